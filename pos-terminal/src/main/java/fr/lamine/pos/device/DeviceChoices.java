package fr.lamine.pos.device;

import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Json;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// The devices that people chose for this counter. What was chosen on the screen is saved at once and counts for more
/// than the configuration file, which is only the first choice. The emulated devices of a demo are made anew at each
/// start and are not saved.
public final class DeviceChoices {

    private final JournalKind kind;
    private final Optional<SavedDevices> saved;
    private volatile DeviceSettings current;
    private volatile boolean lost;

    private DeviceChoices(JournalKind kind, Optional<SavedDevices> saved, DeviceSettings current, boolean lost) {
        this.kind = kind;
        this.saved = saved;
        this.current = current;
        this.lost = lost;
    }

    /// @param demo the emulated devices, in a demo
    /// @param file what the configuration file names
    /// @throws IllegalArgumentException with a plain French sentence when this journal must not have such devices
    public static DeviceChoices at(
            JournalKind kind, Optional<DeviceSettings> demo, SavedDevices saved, Optional<DeviceSettings> file) {
        DeviceChoices choices = demo.map(emulated -> new DeviceChoices(kind, Optional.empty(), emulated, false))
                .orElseGet(() -> read(kind, saved, file.orElse(DeviceSettings.NONE)));
        choices.current.refusal(kind).ifPresent(no -> {
            throw new IllegalArgumentException(no);
        });
        return choices;
    }

    /// A damaged file must not keep a till closed: it works with its first devices, and says so on every screen.
    private static DeviceChoices read(JournalKind kind, SavedDevices saved, DeviceSettings first) {
        try {
            return new DeviceChoices(kind, Optional.of(saved), saved.read().orElse(first), false);
        } catch (Json.Unreadable | IllegalArgumentException damaged) {
            System.getLogger(DeviceChoices.class.getName())
                    .log(Level.ERROR, "The saved devices are damaged and were set aside: " + damaged.getMessage());
            saved.setAside();
            return new DeviceChoices(kind, Optional.of(saved), first, true);
        }
    }

    public DeviceSettings current() {
        return current;
    }

    /// What people must know on every screen.
    public Optional<String> trouble() {
        return lost
                ? Optional.of("La liste des appareils était abîmée. Choisissez-les à nouveau dans « Appareils ».")
                : Optional.empty();
    }

    /// Saves what was chosen.
    ///
    /// @return why it may not be, in French; then nothing has changed
    public synchronized Optional<String> choose(DeviceSettings next) {
        Optional<String> refusal = next.refusal(kind);
        if (refusal.isEmpty()) {
            saved.ifPresent(file -> file.write(next));
            current = next;
            lost = false;
        }
        return refusal;
    }
}

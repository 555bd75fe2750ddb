package fr.lamine.pos.table;

import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.model.measure.Mass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The scale of the table, and what lies on it.
final class ScaleSide {

    static final int MOST = 12;
    private static final Mass WITHOUT_ITS_PAN = Mass.grams(-500);
    private static final Duration SLOW = Duration.ofMillis(1_200);

    private final ScaleEmulator device;
    private final Map<Thing, Integer> put = new EnumMap<>(Thing.class);
    private final List<Laid> laid = new ArrayList<>();
    private int nextId = 1;
    private boolean lifted;

    /// @param id names it while it lies there
    record Laid(int id, Thing thing, Mass mass) {}

    ScaleSide(ScaleEmulator device) {
        this.device = device;
    }

    ScaleEmulator device() {
        return device;
    }

    /// What the next one of this kind weighs.
    Mass next(Thing thing) {
        return thing.mass(put.getOrDefault(thing, 0));
    }

    /// @return false when there is no room left
    boolean put(Thing thing) {
        boolean done = lay(thing, next(thing));
        if (done) {
            put.merge(thing, 1, Integer::sum);
        }
        return done;
    }

    boolean putTyped(Mass mass) {
        return lay(Thing.PARCEL, mass);
    }

    private boolean lay(Thing thing, Mass mass) {
        if (laid().size() >= MOST) {
            return false;
        }
        laid.add(new Laid(nextId, thing, mass));
        nextId++;
        lifted = false;
        load();
        return true;
    }

    void take(int id) {
        if (laid().stream().anyMatch(each -> each.id() == id)) {
            laid.removeIf(each -> each.id() == id);
            load();
        }
    }

    void clear() {
        laid.clear();
        lifted = false;
        load();
    }

    /// What lies there now. Another hand may have changed it by the control port.
    List<Laid> laid() {
        Mass there = device.load();
        if (!there.equals(weight())) {
            laid.clear();
            lifted = there.isNegative();
            if (there.isPositive()) {
                laid.add(new Laid(nextId, Thing.PARCEL, there));
                nextId++;
            }
        }
        return List.copyOf(laid);
    }

    private Mass weight() {
        return lifted ? WITHOUT_ITS_PAN : laid.stream().map(Laid::mass).reduce(Mass.ZERO, Mass::plus);
    }

    private void load() {
        device.load(weight());
    }

    boolean has(ScaleFault fault) {
        return switch (fault) {
            case UNPLUGGED -> !device.isPlugged();
            case LEANING -> device.isLeanedOn();
            case OVERLOAD -> laid().stream().anyMatch(each -> each.thing() == Thing.SAFE);
            case LIFTED -> {
                laid();
                yield lifted;
            }
            case SILENT -> device.isSilent();
            case SLOW -> device.isSlow();
            case NOISE, HALF_FRAME -> false;
        };
    }

    void set(ScaleFault fault, boolean on) {
        switch (fault) {
            case UNPLUGGED -> plug(!on);
            case LEANING -> device.lean(on);
            case OVERLOAD -> safe(on);
            case LIFTED -> {
                laid();
                lifted = on;
                load();
            }
            case SILENT -> device.silent(on);
            case SLOW -> device.slow(on ? SLOW : Duration.ZERO);
            case NOISE -> device.noise();
            case HALF_FRAME -> device.halfFrame();
        }
    }

    private void plug(boolean in) {
        if (in) {
            device.plug();
        } else {
            device.unplug();
        }
    }

    private void safe(boolean on) {
        laid();
        laid.removeIf(each -> each.thing() == Thing.SAFE);
        if (on) {
            laid.add(new Laid(nextId, Thing.SAFE, next(Thing.SAFE)));
            nextId++;
        }
        lifted = false;
        load();
    }
}

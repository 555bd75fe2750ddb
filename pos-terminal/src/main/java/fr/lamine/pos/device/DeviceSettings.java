package fr.lamine.pos.device;

import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.model.fact.JournalKind;
import java.util.Optional;

/// The devices that the configuration names.
public record DeviceSettings(
        Optional<ScaleSettings> scale, Optional<ScannerSettings> scanner, Optional<PrinterSettings> printer) {

    public static final DeviceSettings NONE = new DeviceSettings(Optional.empty(), Optional.empty(), Optional.empty());

    public record ScaleSettings(ScaleIdentity identity, ScaleProtocol protocol, Endpoint endpoint) {}

    public record ScannerSettings(Endpoint endpoint, boolean emulated) {}

    /// @param drawer whether a cash drawer hangs on it
    public record PrinterSettings(String name, Endpoint endpoint, PaperWidth paper, boolean drawer, boolean emulated) {}

    public boolean hasEmulated() {
        return scale.map(s -> s.identity().emulated()).orElse(false)
                || scanner.map(ScannerSettings::emulated).orElse(false)
                || printer.map(PrinterSettings::emulated).orElse(false);
    }

    /// Why the counter must not start with these devices, in French; empty when it may.
    public Optional<String> refusal(JournalKind kind) {
        return switch (kind) {
            case REAL ->
                hasEmulated()
                        ? Optional.of("Un appareil simulé ne peut pas servir à la vraie caisse."
                                + " Retirez-le de la configuration, ou utilisez un poste de formation.")
                        : Optional.empty();
            case TRAINING, DEMO -> Optional.empty();
        };
    }
}

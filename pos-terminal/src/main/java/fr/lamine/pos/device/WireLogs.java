package fr.lamine.pos.device;

import fr.lamine.hardware.transport.WireLog;
import fr.lamine.pos.device.DeviceSettings.CardSettings;
import fr.lamine.pos.device.DeviceSettings.Known;
import fr.lamine.pos.device.DeviceSettings.PrinterSettings;
import fr.lamine.pos.device.DeviceSettings.ScaleSettings;
import fr.lamine.pos.device.DeviceSettings.ScannerSettings;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What was last said on the wire of each known device, and of the one that is being tried out.
public final class WireLogs {

    /// Of the device that is being tried out.
    public static final String TRIAL = "essai";

    private final InstantSource clock;
    private final Map<String, WireLog> logs = new ConcurrentHashMap<>();

    WireLogs(InstantSource clock) {
        this.clock = clock;
    }

    WireLog of(Known device) {
        return logs.computeIfAbsent(key(device), _ -> new WireLog(clock));
    }

    WireLog trial() {
        return logs.computeIfAbsent(TRIAL, _ -> new WireLog(clock));
    }

    /// By [#key].
    public Optional<WireLog> find(String key) {
        return Optional.ofNullable(logs.get(key));
    }

    /// Those of other devices are forgotten.
    void keep(List<Known> devices) {
        Set<String> keys = new HashSet<>(Set.of(TRIAL));
        devices.forEach(each -> keys.add(key(each)));
        logs.keySet().retainAll(keys);
    }

    /// `balance.SOL-7`
    public static String key(Known device) {
        String kind = switch (device) {
            case ScaleSettings _ -> "balance";
            case ScannerSettings _ -> "lecteur";
            case PrinterSettings _ -> "imprimante";
            case CardSettings _ -> "carte";
        };
        return kind + "." + device.id();
    }
}

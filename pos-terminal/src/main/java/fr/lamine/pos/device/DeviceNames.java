package fr.lamine.pos.device;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/// Ids and names of devices.
final class DeviceNames {

    static final int MOST = 40;

    private static final int MOST_OF_AN_ID = 28;

    private DeviceNames() {}

    static void check(String id, String name) {
        if (!id.matches("[A-Za-z0-9._-]{1,32}") || name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("not a device: '" + id + "', '" + name + "'");
        }
    }

    /// An id for a new device: `BALANCE-AU-SOL`, or `BALANCE-AU-SOL-2` when that is taken.
    static String id(String name, Collection<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String start = plain.isEmpty() ? "APPAREIL" : plain.substring(0, Math.min(plain.length(), MOST_OF_AN_ID));
        String id = start;
        for (int next = 2; taken.contains(id); next++) {
            id = start + "-" + next;
        }
        return id;
    }
}

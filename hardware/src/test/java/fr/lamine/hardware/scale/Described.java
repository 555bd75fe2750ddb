package fr.lamine.hardware.scale;

import fr.lamine.hardware.scale.ScaleReading.Moving;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.Stable;
import fr.lamine.hardware.scale.ScaleReading.UnderZero;
import fr.lamine.hardware.scale.ScaleReading.Unstable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Readings in a few words, to compare in tables.
final class Described {

    private Described() {}

    static String one(ScaleReading reading) {
        return switch (reading) {
            case Stable(var mass, var basis, var _, var _) -> "Stable " + mass.grams() + " " + basis;
            case Unstable(var mass, var basis, var _, var _) -> "Unstable " + mass.grams() + " " + basis;
            case Moving _ -> "Moving";
            case UnderZero _ -> "UnderZero";
            case Overload _ -> "Overload";
            case NotReady(var cause, var _, var _) -> "NotReady " + cause;
        };
    }

    static List<String> all(ScaleDecoder decoder, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return decoder.accept(bytes, bytes.length, Instant.EPOCH).stream()
                .map(Described::one)
                .toList();
    }
}

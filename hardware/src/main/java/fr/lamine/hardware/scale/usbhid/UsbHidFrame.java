package fr.lamine.hardware.scale.usbhid;

import fr.lamine.hardware.scale.Displayed;
import fr.lamine.hardware.scale.RawFrame;
import fr.lamine.hardware.scale.ScaleDecoder;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Overload;
import fr.lamine.hardware.scale.ScaleReading.UnderZero;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decodes one report a call. The first one of a connection is dropped: it may have waited in the device since before.
/// Remembers no bytes.
public final class UsbHidFrame implements ScaleDecoder {

    private static final int LENGTH = 6;
    private static final List<Integer> REPORTS = List.of(3, 4);
    private static final List<String> UNITS =
            List.of("mg", "g", "kg", "carat", "tael", "grain", "dwt", "t", "ton", "troy oz", "oz", "lb");
    private static final int LEAST_POWER = -9;
    private static final int GREATEST_POWER = 2;

    private boolean begun;
    private long rejected;

    @Override
    public List<ScaleReading> accept(byte[] bytes, int count, Instant at) {
        if (count == 0) {
            return List.of();
        }
        Optional<ScaleReading> reading = isReport(bytes, count) ? read(bytes, at) : Optional.empty();
        if (reading.isEmpty()) {
            rejected++;
        }
        boolean first = !begun && reading.isPresent();
        begun |= first;
        return first ? List.of() : reading.stream().toList();
    }

    @Override
    public long rejected() {
        return rejected;
    }

    /// Some devices fill their reports up with zeroes.
    private static boolean isReport(byte[] bytes, int count) {
        return count >= LENGTH
                && REPORTS.contains((int) bytes[0])
                && Arrays.equals(bytes, LENGTH, count, new byte[count - LENGTH], 0, count - LENGTH);
    }

    private static Optional<ScaleReading> read(byte[] report, Instant at) {
        String raw = RawFrame.printable(new String(report, 0, LENGTH, StandardCharsets.ISO_8859_1));
        int weight = report[4] & 0xff | (report[5] & 0xff) << 8;
        return switch (report[1]) {
            case 2 -> weight == 0 ? displayed(report, weight, true, raw, at) : Optional.empty();
            case 3 -> displayed(report, weight, false, raw, at);
            case 4 -> displayed(report, weight, true, raw, at);
            case 5 -> Optional.of(new UnderZero(raw, at));
            case 6 -> Optional.of(new Overload(raw, at));
            case 1, 7, 8 -> Optional.of(new NotReady(Cause.REFUSED, raw, at));
            default -> Optional.empty();
        };
    }

    private static Optional<ScaleReading> displayed(byte[] report, int weight, boolean still, String raw, Instant at) {
        int unit = report[2];
        int power = report[3];
        if (unit < 1 || unit > UNITS.size() || power < LEAST_POWER || power > GREATEST_POWER) {
            return Optional.empty();
        }
        String number = BigDecimal.valueOf(weight, -power).toPlainString();
        return Optional.of(new Displayed(number, UNITS.get(unit - 1), still, Basis.UNSTATED).reading(raw, at));
    }
}

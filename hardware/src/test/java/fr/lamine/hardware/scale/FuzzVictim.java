package fr.lamine.hardware.scale;

import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A protocol to torment, with the independent judge of its weights.
///
/// @param seeds good frames, to be damaged
/// @param judge `number unit` as it stands in the bytes of a frame that gave a weight; empty if not there
record FuzzVictim(ScaleProtocol protocol, List<String> seeds, Function<String, Optional<String>> judge) {

    static List<FuzzVictim> all() {
        return Arrays.stream(ScaleProtocol.values()).map(FuzzVictim::of).toList();
    }

    private static FuzzVictim of(ScaleProtocol protocol) {
        return switch (protocol) {
            case USB_HID -> new FuzzVictim(protocol, USB_HID_SEEDS, FuzzVictim::usbHid);
            case STGS, DINI_ARGEO -> new FuzzVictim(protocol, STGS_SEEDS, FuzzVictim::stgs);
            case MTSICS -> new FuzzVictim(protocol, MT_SICS_SEEDS, FuzzVictim::mtSics);
            case METTLER_8217 -> new FuzzVictim(protocol, METTLER_8217_SEEDS, FuzzVictim::mettler8217);
            case CAS_ECR -> new FuzzVictim(protocol, CAS_ECR_SEEDS, FuzzVictim::casEcr);
            case NCI -> new FuzzVictim(protocol, NCI_SEEDS, FuzzVictim::nci);
            case GRAM -> new FuzzVictim(protocol, GRAM_SEEDS, FuzzVictim::gram);
            case OHAUS -> new FuzzVictim(protocol, OHAUS_SEEDS, FuzzVictim::numberThenUnit);
            case ADAM -> new FuzzVictim(protocol, ADAM_SEEDS, FuzzVictim::numberThenUnit);
        };
    }

    private static final List<String> USB_HID_SEEDS = List.of(
            "\u0003\u0004\u0003\u00fe\u00d2\u0004",
            "\u0003\u0002\u0003\u00fe\u0000\u0000",
            "\u0003\u0003\u0002\u0000\u00e8\u0003",
            "\u0004\u0004\u0001\u0002\u00ff\u00ff",
            "\u0003\u0004\u0008\u00f9\u0010\u0027",
            "\u0003\u0004\u000b\u00ff\u007b\u0000",
            "\u0003\u0005\u0002\u0000\u0000\u0000");

    /// By moving the point in the digits; tonnes as kilograms, three places further.
    private static Optional<String> usbHid(String report) {
        Optional<String> unit =
                Optional.ofNullable(Map.of(1, "mg", 2, "g", 3, "kg", 8, "kg").get((int) report.charAt(2)));
        int places = -(byte) report.charAt(3) - (report.charAt(2) == 8 ? 3 : 0);
        String digits = "0".repeat(12) + (report.charAt(4) + 256 * report.charAt(5)) + "0".repeat(Math.max(0, -places));
        int point = digits.length() - Math.max(0, places);
        return unit.map(u -> digits.substring(0, point) + "." + digits.substring(point) + "0 " + u);
    }

    private static final List<String> STGS_SEEDS = List.of(
            "ST,+0001.234 kg\r\n",
            "US,+0001.234 kg\r\n",
            "OL,+9999.999 kg\r\n",
            "ST,GS,+0012.34kg\r\n",
            "ST,GS,   1.234,kg\r\n",
            "ST,NT,  -1.234,kg\r\n",
            "ST,GS,1\u00c4,   1.234 kg\r\n",
            "UL,GS,  -1.234,kg\r\n");

    private static Optional<String> stgs(String line) {
        String[] parts = line.split(",");
        String tail = parts[parts.length - 1].strip();
        String number = tail.matches("[A-Za-z]+") ? parts[parts.length - 2] : tail.replaceAll(" *[A-Za-z]+$", "");
        return Optional.of(
                        number.replace(" ", "").replace("+", "") + " " + line.replaceAll("(?s).*?([A-Za-z]+)$", "$1"))
                .filter(_ -> line.startsWith("ST,") || line.startsWith("US,"));
    }

    private static final List<String> MT_SICS_SEEDS = List.of(
            "S S      1.234 kg\r\n",
            "S D     12.340 kg\r\n",
            "S S      -0.50 kg\r\n",
            "S +\r\n",
            "S -\r\n",
            "S I\r\n",
            "ES\r\n",
            "T S      0.486 kg\r\n");

    private static Optional<String> mtSics(String line) {
        String[] words = line.strip().split(" +");
        return words.length == 4 && words[0].equals("S") ? Optional.of(words[2] + " " + words[3]) : Optional.empty();
    }

    private static final List<String> METTLER_8217_SEEDS = List.of(
            "\u0002 1.234\r", "\u000201.234N\r", "\u0002?A\r", "\u0002?a\r", "\u0002?B\r", "\u0002?D\r", "\u0002?P\r");

    /// Six characters between STX and CR, the fourth from the end a point.
    private static Optional<String> mettler8217(String frame) {
        String body = frame.substring(1, frame.length() - 1).replaceFirst("N$", "");
        boolean whole = frame.charAt(0) == 2 && frame.endsWith("\r") && body.length() == 6 && body.charAt(2) == '.';
        return whole ? Optional.of(body.strip() + " kg") : Optional.empty();
    }

    private static final List<String> CAS_ECR_SEEDS = List.of(
            "\u0006",
            "\u0001\u0002S 01.234kge\u0003\u0004",
            "\u0081\u0002S 01.234kge\u0003\u0004",
            "\u0001\u0002U-00.120kgi\u0003\u0004",
            "\u0001\u0002SF00.000kg\u0007\u0003\u0004");

    /// With a right checksum the exclusive or of everything it covers and itself is nought.
    private static Optional<String> casEcr(String frame) {
        String content = frame.substring(2, 12);
        boolean right = frame.length() == 15 && frame.substring(2, 13).chars().reduce(0, (a, b) -> a ^ b) == 0;
        String number = content.substring(1, 8).replace(" ", "");
        return right ? Optional.of(number + " " + content.substring(8)) : Optional.empty();
    }

    private static final List<String> NCI_SEEDS = List.of(
            "\n01.234KG\r\nS00\r\u0003",
            "\n01.234KG\r\n0p4\r\u0003",
            "\n01.234LB\r\nS00\r\u0003",
            "\n12.340kg\r\n10\r\u0003",
            "\nS10\r\u0003",
            "\nS02\r\u0003",
            "\n?\r\u0003");

    /// Two lines, the first of them six characters and letters.
    private static Optional<String> nci(String frame) {
        String first = frame.substring(1).split("\r\n")[0];
        return frame.contains("\r\n")
                ? Optional.of(first.substring(0, 6).strip() + " " + first.substring(6))
                : Optional.empty();
    }

    private static final List<String> GRAM_SEEDS = List.of(
            "\u0002i   0.000kg\r\u0003",
            "\u0002a  12.340kg\r\u0003",
            "\u0002!  12.340kg\r\u0003",
            "\u0002b-  0.500kg\r\u0003",
            "\u0002b   500.0g \r\u0003",
            "\u0002! -------kg\r\u0003");

    private static Optional<String> gram(String frame) {
        return frame.length() == 14
                ? Optional.of(frame.substring(2, 10).replace(" ", "") + " "
                        + frame.substring(10, 12).strip())
                : Optional.empty();
    }

    private static final List<String> OHAUS_SEEDS = List.of(
            "    1.234    kg   G\r\n",
            "-   0.500    kg   G\r\n",
            "   12.340    kg?NET\r\n",
            "     200 g ?\r\n",
            "      0.211 kg ?\r\n",
            "Err8.3\r\n",
            "OK!\r\n");

    private static final List<String> ADAM_SEEDS =
            List.of("    1.234 kg\r\n", "+  12.340kg\r\n", "-   0.500 kg\r\n", "  1234 g\r\n", "    1.234 lb\r\n");

    private static Optional<String> numberThenUnit(String line) {
        String number = line.replaceFirst("[A-Za-z].*", "").replaceAll("[ +]", "");
        String unit = line.strip().split("[^A-Za-z]+", 3)[1];
        return Optional.of(number + " " + unit);
    }

    @Override
    public String toString() {
        return protocol.name();
    }
}

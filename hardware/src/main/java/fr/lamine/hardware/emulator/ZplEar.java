package fr.lamine.hardware.emulator;

import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.Paper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ZPL, as much of it as La Mine sends: a command begins with `^` or `~` and ends where the next one begins.
final class ZplEar implements LabelEar {

    private static final int LONGEST = 4_000_000;
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,5})(?:,([0-9]{1,5}))?");
    private static final Pattern GRAPHIC = Pattern.compile("A,([0-9]{1,7}),([0-9]{1,7}),([0-9]{1,4}),([0-9A-F]*)");

    private final LabelEngine engine;
    private final StringBuilder command = new StringBuilder();
    private boolean inFormat;
    private int width = 832;
    private int height = 1_200;
    private int left;
    private int top;
    private int copies = 1;
    private Optional<Paper> label = Optional.empty();

    ZplEar(LabelEngine engine) {
        this.engine = engine;
    }

    @Override
    public byte[] hear(byte[] bytes, int count) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (c == '^' || c == '~') {
                end();
                command.append(c);
            } else if (c != '\r' && c != '\n') {
                command.append(c);
            }
            if (command.length() == 3) {
                atOnce(answers);
            }
            if (command.length() > LONGEST) {
                engine.fault("a command without end");
                command.setLength(0);
            }
        }
        return answers.toByteArray();
    }

    /// Commands that need nothing after their name.
    private void atOnce(ByteArrayOutputStream answers) {
        switch (command.toString()) {
            case "~HS" -> {
                answers.writeBytes(hostStatus().getBytes(StandardCharsets.US_ASCII));
                command.setLength(0);
            }
            case "^XA", "^XZ", "^FS" -> end();
            default -> {}
        }
    }

    private String hostStatus() {
        return "\002030,%d,%d,%04d,%03d,0,0,0,000,0,0,0\003\r\n\002000,0,%d,0,0,2,4,0,%08d,1,000\003\r\n\0021234,0\003\r\n"
                .formatted(
                        engine.isOut() ? 1 : 0,
                        engine.isPaused() ? 1 : 0,
                        height,
                        engine.left() > 0 ? 1 : 0,
                        engine.isHeadUp() ? 1 : 0,
                        Math.max(0, engine.left() - 1));
    }

    private void end() {
        if (command.isEmpty()) {
            return;
        }
        String all = command.toString();
        command.setLength(0);
        boolean known = all.length() >= 3 && execute(all.substring(0, 3), all.substring(3));
        if (!known) {
            engine.fault(all);
        }
    }

    private boolean execute(String name, String rest) {
        Matcher numbers = NUMBERS.matcher(rest);
        boolean isNumber = numbers.matches();
        if (!name.equals("^XA") && !inFormat) {
            return false;
        }
        switch (name) {
            case "^XA" -> {
                inFormat = true;
                copies = 1;
                label = Optional.empty();
                return rest.isEmpty();
            }
            case "^PW" -> width = isNumber ? Integer.parseInt(numbers.group(1)) : width;
            case "^LL" -> height = isNumber ? Integer.parseInt(numbers.group(1)) : height;
            case "^LH" -> {
                return rest.equals("0,0");
            }
            case "^FO" -> {
                if (!isNumber || numbers.group(2) == null) {
                    return false;
                }
                left = Integer.parseInt(numbers.group(1));
                top = Integer.parseInt(numbers.group(2));
            }
            case "^PQ" -> copies = isNumber ? Integer.parseInt(numbers.group(1)) : 0;
            case "^GF" -> {
                return graphic(rest);
            }
            case "^FS" -> {
                return rest.isEmpty();
            }
            case "^XZ" -> {
                inFormat = false;
                label.ifPresent(paper -> engine.print(paper.bitmap(), copies));
                return rest.isEmpty() && label.isPresent();
            }
            default -> {
                return false;
            }
        }
        return isNumber;
    }

    private boolean graphic(String rest) {
        Matcher parts = GRAPHIC.matcher(rest);
        if (!parts.matches() || width < 1 || width > Bitmap.MAX_WIDTH || height < 1 || height > Bitmap.MAX_HEIGHT) {
            return false;
        }
        int bytes = Integer.parseInt(parts.group(1));
        int perRow = Integer.parseInt(parts.group(3));
        boolean counted = parts.group(1).equals(parts.group(2))
                && parts.group(4).length() == 2 * bytes
                && perRow > 0
                && bytes > 0
                && bytes % perRow == 0;
        if (!counted) {
            return false;
        }
        Paper paper = label.orElseGet(() -> blank(width, height));
        paper.put(new Bitmap(perRow * 8, bytes / perRow, HexFormat.of().parseHex(parts.group(4))), left, top);
        label = Optional.of(paper);
        return true;
    }

    static Paper blank(int width, int height) {
        Paper paper = new Paper(width);
        paper.feed(height);
        return paper;
    }
}

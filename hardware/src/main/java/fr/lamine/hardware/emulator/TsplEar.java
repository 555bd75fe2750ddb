package fr.lamine.hardware.emulator;

import fr.lamine.hardware.label.Resolution;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.Paper;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TSPL, as much of it as La Mine sends: lines, the picture's bytes inside one of them, and `ESC ! ?`, which is
/// answered between two lines at once.
final class TsplEar implements LabelEar {

    private static final int LONGEST_LINE = 200;
    private static final Pattern SIZE = Pattern.compile("SIZE ([0-9]{1,3}) mm,([0-9]{1,3}) mm");
    private static final Pattern BITMAP =
            Pattern.compile("BITMAP ([0-9]{1,4}),([0-9]{1,4}),([0-9]{1,3}),([0-9]{1,5}),0,");
    private static final Pattern PRINT = Pattern.compile("PRINT 1,([0-9]{1,3})");

    private final LabelEngine engine;
    private final Resolution resolution;
    private final StringBuilder line = new StringBuilder();
    private Optional<Paper> label = Optional.empty();
    private int width;
    private int height;
    private Optional<Matcher> picture = Optional.empty();
    private byte[] dots = {};
    private int taken;

    TsplEar(LabelEngine engine, Resolution resolution) {
        this.engine = engine;
        this.resolution = resolution;
    }

    @Override
    public byte[] hear(byte[] bytes, int count) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            if (picture.isPresent()) {
                take(bytes[i]);
            } else {
                hear((char) (bytes[i] & 0xff), answers);
            }
        }
        return answers.toByteArray();
    }

    private void hear(char c, ByteArrayOutputStream answers) {
        if (c == '\n') {
            String whole = line.toString().strip();
            line.setLength(0);
            if (!whole.isEmpty() && !execute(whole)) {
                engine.fault(whole);
            }
            return;
        }
        line.append(c);
        if (line.toString().equals("\u001b!?")) {
            line.setLength(0);
            answers.write(status());
        } else if (c == ',' && line.indexOf("BITMAP") == 0) {
            begin();
        } else if (line.length() > LONGEST_LINE) {
            engine.fault(line.toString());
            line.setLength(0);
        }
    }

    private int status() {
        if (engine.isHeadUp() || engine.isOut()) {
            return (engine.isHeadUp() ? 0x01 : 0) | (engine.isOut() ? 0x04 : 0);
        }
        return engine.isPaused() ? 0x10 : engine.isBusy() ? 0x20 : 0;
    }

    private void begin() {
        Matcher start = BITMAP.matcher(line.toString());
        if (start.matches() && !start.group(3).matches("0+") && !start.group(4).matches("0+")) {
            dots = new byte[Integer.parseInt(start.group(3)) * Integer.parseInt(start.group(4))];
            taken = 0;
            picture = Optional.of(start);
            line.setLength(0);
        }
    }

    private void take(byte dotsOfEight) {
        dots[taken++] = (byte) ~dotsOfEight;
        if (taken == dots.length) {
            Matcher start = picture.orElseThrow();
            picture = Optional.empty();
            Bitmap drawn = new Bitmap(Integer.parseInt(start.group(3)) * 8, Integer.parseInt(start.group(4)), dots);
            if (label.isEmpty()) {
                engine.fault("a picture without CLS");
            }
            label.ifPresent(
                    paper -> paper.put(drawn, Integer.parseInt(start.group(1)), Integer.parseInt(start.group(2))));
        }
    }

    private boolean execute(String whole) {
        Matcher size = SIZE.matcher(whole);
        Matcher print = PRINT.matcher(whole);
        if (size.matches()) {
            width = resolution.dots(Integer.parseInt(size.group(1)));
            height = resolution.dots(Integer.parseInt(size.group(2)));
            return width > 0 && height > 0;
        }
        if (whole.equals("CLS") && width > 0) {
            label = Optional.of(ZplEar.blank(width, height));
            return true;
        }
        if (print.matches() && label.isPresent()) {
            engine.print(label.get().bitmap(), Integer.parseInt(print.group(1)));
            return true;
        }
        return whole.matches("GAP [0-9]{1,2} mm,0 mm|DIRECTION [01]|REFERENCE 0,0");
    }
}

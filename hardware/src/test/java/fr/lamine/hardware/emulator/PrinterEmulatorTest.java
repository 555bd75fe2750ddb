package fr.lamine.hardware.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.printer.PaperWidth;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A judge that accepts everything is none.
class PrinterEmulatorTest {

    private static PrintHead fed(String latin1) {
        PrintHead head = new PrintHead(PaperWidth.MM58);
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        head.take(bytes, bytes.length);
        head.work(0);
        return head;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001bt\u0005",
                "\u001bR\u0001",
                "\u001dv0\u0003\u0001\u0000\u0001\u0000x",
                "\u001dv0\u0000\u0031\u0000\u0001\u0000xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "\u001bZ",
                "\u001d9",
                "\u0007",
                "\u001dkC\r0490100004128",
                "\u001dkI\u0003ABC",
                "\u001d(A\u0002\u0000\u0000\u0000",
                "\u001dw\u0009",
                "123456789012345678901234567890123\n",
            })
    void anUnknownCommandAWrongArgumentOrALineTooWideIsAFault(String bytes) {
        assertEquals(1, fed(bytes).faults().size(), fed(bytes).faults().toString());
    }

    @Test
    void withoutTheCodePageCommandAccentsAreLost() {
        assertEquals("caf\ufffd", fed("caf\u00e9\n").last().text());
        assertEquals("café", fed("\u001bt\u0010caf\u00e9\n").last().text());
    }

    @Test
    void noStreamOfBytesBreaksIt() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        PrintHead head = new PrintHead(PaperWidth.MM58);
        byte[] heads = {0x1b, 0x1d, 0x10, 0x0a, '@', 'k', '(', 'a', 'E', 'V'};
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[1 + random.nextInt(12)];
            random.nextBytes(noise);
            noise[0] = heads[random.nextInt(heads.length)];
            try {
                head.take(noise, noise.length);
                head.work(0);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
        assertEquals(100, head.faults().size());
    }
}

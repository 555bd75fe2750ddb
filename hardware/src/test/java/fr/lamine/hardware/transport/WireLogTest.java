package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.transport.WireLog.Exchange;
import fr.lamine.hardware.transport.WireLog.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireLogTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Loopback wire = new Loopback();
    private final WireLog log = new WireLog(InstantSource.fixed(NOW));
    private final Endpoint tapped = log.tap(wire);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private List<String> lines() {
        return log.after(0).stream()
                .map(each -> each.number() + " " + each.what() + " " + each.latin1() + " " + each.length())
                .toList();
    }

    @Test
    void everyByteIsNotedInBothDirectionsWithItsMoment() throws Exception {
        byte[] buffer = new byte[64];
        try (Link link = tapped.open()) {
            Link device = wire.accept(PATIENCE).orElseThrow();
            link.write(bytes('W', 0x0d), PATIENCE);
            device.write(bytes(0x02, 0xe9, 0x0d), PATIENCE);
            assertEquals(3, link.read(buffer, PATIENCE));
            assertEquals(0, link.read(buffer, Duration.ofMillis(1)));
        }
        assertEquals(List.of("1 OPENED  0", "2 OUT W\r 2", "3 IN \u0002é\r 3", "4 CLOSED  0"), lines());
        assertTrue(log.after(0).stream().map(Exchange::at).allMatch(NOW::equals));
        assertEquals(List.of(4L), log.after(3).stream().map(Exchange::number).toList());
        assertEquals(wire.name(), tapped.name());
    }

    @Test
    void aWireThatBreaksSaysSoOnceHoweverOftenItIsTried() throws Exception {
        Link link = tapped.open();
        wire.unplug();
        assertThrows(IOException.class, () -> link.read(new byte[8], PATIENCE));
        link.close();
        assertThrows(IOException.class, tapped::open);
        assertThrows(IOException.class, tapped::open);
        assertEquals(
                List.of(What.OPENED, What.FAILED, What.FAILED),
                log.after(0).stream().map(Exchange::what).toList(),
                "why it broke, then why it cannot be opened");
    }

    @Test
    void aDeviceThatNeverStopsTalkingCostsNoMoreThanTheLastLines() throws Exception {
        try (Link link = tapped.open()) {
            Link device = wire.accept(PATIENCE).orElseThrow();
            byte[] long_ = new byte[5_000];
            byte[] buffer = new byte[5_000];
            for (int i = 0; i < 1_000; i++) {
                device.write(long_, PATIENCE);
                link.read(buffer, PATIENCE);
            }
        }
        List<Exchange> kept = log.after(0);
        assertEquals(WireLog.MOST, kept.size());
        assertEquals(1_002, kept.getLast().number());
        assertEquals(5_000, kept.getFirst().length());
        assertEquals(WireLog.MOST_BYTES, kept.getFirst().latin1().length());
    }

    @Test
    void aSerialLineIsKnownByTheNameThatSurvivesItsSocket(@TempDir Path folder) throws IOException {
        Path line = Files.createFile(folder.resolve("ttyUSB0"));
        Path byId = Files.createDirectory(folder.resolve("by-id"));
        Path name = Files.createSymbolicLink(byId.resolve("usb-scale-port0"), line);
        Files.createSymbolicLink(byId.resolve("usb-gone-port0"), folder.resolve("ttyUSB9"));
        assertEquals(Map.of(line.toRealPath(), name), SerialPorts.lastingNames(byId));
        assertEquals(Map.of(), SerialPorts.lastingNames(folder.resolve("nowhere")));
    }
}

package fr.lamine.hardware.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Hand;
import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Loopback;
import fr.lamine.hardware.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScannerTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<Scan> scans = new CopyOnWriteArrayList<>();

    private Scanner scannerOn(Loopback wire) {
        return Scanner.start(ScannerProtocol.LINES, wire, InstantSource.system(), scans::add, _ -> {});
    }

    private List<String> texts() {
        return scans.stream().map(Scan::text).toList();
    }

    @Test
    void theAimPrefixIsTakenOffTheText() throws Exception {
        Loopback wire = new Loopback();
        try (Scanner _ = scannerOn(wire);
                Link gun = wire.accept(SOON).orElseThrow()) {
            gun.write("]E00490100004129\r\n0490100004129\r]Q1LM1;é\n".getBytes(StandardCharsets.UTF_8), SOON);
            Tools.await("three scans", scans::size, n -> n == 3);
        }
        assertEquals(List.of("0490100004129", "0490100004129", "LM1;é"), texts());
        assertEquals(
                List.of(Optional.of("]E0"), Optional.<String>empty(), Optional.of("]Q1")),
                scans.stream().map(Scan::aim).toList());
    }

    @Test
    void anOldScannerThatSendsLatin1IsUnderstood() throws Exception {
        Loopback wire = new Loopback();
        try (Scanner _ = scannerOn(wire);
                Link gun = wire.accept(SOON).orElseThrow()) {
            gun.write("caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1), SOON);
            Tools.await("a scan", scans::size, n -> n == 1);
        }
        assertEquals(List.of("café"), texts());
    }

    @Test
    void aBurstInAnyPiecesLosesNoneAndKeepsTheOrder() throws Exception {
        List<String> codes = IntStream.range(0, 2_000)
                .mapToObj(i -> "04901%07d1".formatted(i))
                .toList();
        byte[] bytes = String.join("\r\n", codes).concat("\r\n").getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(7);
        Loopback wire = new Loopback();
        try (Scanner _ = scannerOn(wire);
                Link gun = wire.accept(SOON).orElseThrow()) {
            for (int at = 0; at < bytes.length; ) {
                int piece = Math.min(bytes.length - at, 1 + random.nextInt(40));
                gun.write(Arrays.copyOfRange(bytes, at, at + piece), SOON);
                at += piece;
            }
            Tools.await("all scans", scans::size, n -> n == codes.size());
        }
        assertEquals(codes, texts());
    }

    @Test
    void anEndlessLineIsDroppedAndTheNextCodeIsRead() throws Exception {
        Loopback wire = new Loopback();
        try (Scanner _ = scannerOn(wire);
                Link gun = wire.accept(SOON).orElseThrow()) {
            gun.write("9".repeat(50_000).getBytes(StandardCharsets.US_ASCII), SOON);
            gun.write("\r\n0490100004129\r\n".getBytes(StandardCharsets.US_ASCII), SOON);
            Tools.await("a scan", scans::size, n -> n > 0);
        }
        assertEquals(List.of("0490100004129"), texts());
    }

    @Test
    void controlCharactersNeverReachTheShop() throws Exception {
        Loopback wire = new Loopback();
        try (Scanner _ = scannerOn(wire);
                Link gun = wire.accept(SOON).orElseThrow()) {
            gun.write(
                    "\u0002\u001b[2J04\u0000901\u0003\r\n\u0002\u0003\r\n]E0\r\n".getBytes(StandardCharsets.US_ASCII),
                    SOON);
            Tools.await("a scan", scans::size, n -> n > 0);
        }
        assertEquals(List.of("[2J04901"), texts());
    }

    @Test
    void aScriptScansThroughTheControlSocketAndUnplugs() throws Exception {
        try (ScannerEmulator device = new ScannerEmulator()) {
            device.listen(0, 0);
            try (Hand hand = new Hand(device.controlPort())) {
                assertEquals("ERR nobody is connected", hand.says("0490100004129"));
                List<Transport.State> states = new CopyOnWriteArrayList<>();
                try (Scanner _ = Scanner.start(
                        ScannerProtocol.LINES, device.endpoint(), InstantSource.system(), scans::add, states::add)) {
                    Tools.await("the connection", device::isConnected, c -> c);
                    Tools.await("the scan", () -> says(hand, "0490100004129"), "OK"::equals);
                    assertEquals("OK", hand.says("LM1;0490100004129;450;meubles;12340;1"));
                    assertEquals("OK", hand.says("BADGE-7"));
                    Tools.await("three scans", scans::size, n -> n == 3);
                    hand.says("UNPLUG");
                    Tools.await("the loss", () -> states, s -> s.contains(Transport.State.LOST));
                    hand.says("PLUG");
                    Tools.await("the return", () -> says(hand, "OP-1"), "OK"::equals);
                    Tools.await("four scans", scans::size, n -> n == 4);
                }
            }
        }
        assertEquals(
                List.of("]E0", "]Q1", "]C0", "]C0"),
                scans.stream().map(s -> s.aim().orElseThrow()).toList());
        assertTrue(texts().contains("OP-1"));
    }

    @Test
    void noBytesMakeTheScannerThrowOrPassAControlCharacter() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            String line = (random.nextBoolean() ? "]E0" : "") + new String(bytes, StandardCharsets.ISO_8859_1);
            Optional<Scan> scan;
            try {
                scan = CodeText.scan(line, Instant.EPOCH);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", line " + i, e);
            }
            assertTrue(
                    scan.stream().flatMapToInt(s -> s.text().chars()).noneMatch(c -> c < 0x1d || c == 0x7f),
                    "seed " + seed + ", line " + i + ": " + scan);
        }
    }

    private static String says(Hand hand, String line) {
        try {
            return hand.says(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

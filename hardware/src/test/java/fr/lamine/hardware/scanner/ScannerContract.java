package fr.lamine.hardware.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScannerEmulator;
import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Transport.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the counter may expect of any scanner, in its own words and over its own kind of line.
abstract class ScannerContract {

    private static final String LABEL =
            "LM1;0490100004129;450;petit meuble en chêne clair, une porte;12340;1;" + "é".repeat(60);

    protected final ScannerEmulator device;
    private final ScannerProtocol protocol;
    private final List<Scan> scans = new CopyOnWriteArrayList<>();
    private final List<State> states = new CopyOnWriteArrayList<>();
    private Scanner scanner;

    ScannerContract(ScannerProtocol protocol, ScannerSpeech speech) {
        this.protocol = protocol;
        this.device = new ScannerEmulator(speech);
    }

    /// Wires the device; gives the driver's end.
    protected abstract Endpoint wired() throws Exception;

    protected abstract void pullTheCable() throws Exception;

    protected abstract void putTheCableBack() throws Exception;

    @BeforeEach
    void plugIn() throws Exception {
        scanner = Scanner.start(protocol, wired(), InstantSource.system(), scans::add, states::add);
        awaitItsScan("BADGE-1");
        scans.clear();
        states.clear();
    }

    @AfterEach
    void pullOut() throws Exception {
        if (scanner != null) {
            scanner.close();
            pullTheCable();
        }
        device.close();
    }

    private void awaitItsScan(String code) throws Exception {
        Tools.await("open", scanner::state, State.OPEN::equals);
        Tools.await("the device at play", () -> device.scan(code), there -> there);
        Tools.await("its scan", this::texts, texts -> texts.contains(code));
    }

    private List<String> texts() {
        return scans.stream().map(Scan::text).toList();
    }

    private void awaitTexts(String... texts) throws Exception {
        Tools.await("all scans", scans::size, n -> n >= texts.length);
        assertEquals(List.of(texts), texts());
    }

    @Test
    void eachCodeComesWithTheSymbologyThatTheScannerSaw() throws Exception {
        device.scan("0490100004129");
        device.scan("LM1;0490100004129;450;meubles;12340;1");
        device.scan("C-BAC-GRIS");
        awaitTexts("0490100004129", "LM1;0490100004129;450;meubles;12340;1", "C-BAC-GRIS");
        assertEquals(
                List.of("]E0", "]Q1", "]C0"),
                scans.stream().map(scan -> scan.aim().orElseThrow()).toList());
    }

    @Test
    void aLongCodeIsOneScanWithItsAccents() throws Exception {
        device.scan(LABEL);
        device.scan("0490100004129");
        awaitTexts(LABEL, "0490100004129");
    }

    @Test
    void aBurstLosesNoneAndKeepsTheOrder() throws Exception {
        String[] codes =
                IntStream.range(0, 300).mapToObj("04901%08d"::formatted).toArray(String[]::new);
        for (String code : codes) {
            device.scan(code);
        }
        awaitTexts(codes);
    }

    @Test
    void unpluggedThenBackItReadsOnAndEachIsToldOnce() throws Exception {
        pullTheCable();
        Tools.await("the loss", scanner::state, State.LOST::equals);
        Thread.sleep(600);
        assertEquals(List.of(State.LOST), states);
        putTheCableBack();
        awaitItsScan("OP-1");
        assertEquals(List.of(State.LOST, State.OPEN), states);
        assertEquals(List.of("OP-1"), texts());
    }

    @Test
    void halfACodeThatTheCableCutIsNeverGluedToTheNextOne() throws Exception {
        device.half(LABEL);
        Thread.sleep(300);
        pullTheCable();
        Tools.await("the loss", scanner::state, State.LOST::equals);
        putTheCableBack();
        awaitItsScan("0490100004129");
        assertEquals(List.of("0490100004129"), texts());
    }

    @Test
    void afterNoiseTheNextCodeIsWhole() throws Exception {
        for (int i = 0; i < 5; i++) {
            device.noise();
            device.scan("0490100004129");
        }
        Tools.await("five scans", this::codes, n -> n == 5);
        assertEquals(
                0,
                texts().stream()
                        .filter(text -> text.startsWith("04901") && text.length() != 13)
                        .count());
    }

    private long codes() {
        return texts().stream().filter("0490100004129"::equals).count();
    }

    @Test
    void aCodeThatComesSlowlyAndInPiecesIsOneScan() throws Exception {
        device.slow(Duration.ofMillis(150));
        device.scan(LABEL);
        device.scan("OP-1");
        awaitTexts(LABEL, "OP-1");
    }

    @Test
    void aScannerThatSaysNothingIsThereAllTheSame() throws Exception {
        Thread.sleep(1_200);
        assertEquals(State.OPEN, scanner.state());
        assertEquals(List.of(), states);
        assertEquals(List.of(), texts());
    }
}

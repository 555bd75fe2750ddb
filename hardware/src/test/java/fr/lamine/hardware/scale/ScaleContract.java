package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Hand;
import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.speech.Speech;
import fr.lamine.hardware.scale.Scale.Command;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Stable;
import fr.lamine.hardware.scale.ScaleReading.Weight;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Loopback;
import fr.lamine.model.measure.Mass;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What the counter may expect of any scale: each driver over TCP to an emulator that speaks its protocol.
@Execution(ExecutionMode.CONCURRENT)
abstract class ScaleContract {

    private static final Mass A_BOX = Mass.grams(12_340);

    private final ScaleProtocol protocol;
    private final Speech speech;
    private final Basis taredBasis;
    private ScaleEmulator device;
    private Scale scale;
    private final List<ScaleReading> heard = new CopyOnWriteArrayList<>();

    /// @param protocol the driver's side
    /// @param speech the device's side
    /// @param taredBasis what a weight says of itself after a tare of the scale
    ScaleContract(ScaleProtocol protocol, Speech speech, Basis taredBasis) {
        this.protocol = protocol;
        this.speech = speech;
        this.taredBasis = taredBasis;
    }

    final ScaleProtocol protocol() {
        return protocol;
    }

    /// How a reading of a moving load begins.
    String movement() {
        return "Unstable";
    }

    String overload() {
        return "Overload";
    }

    /// How the frame of a box of 12.34 kg shows its weight.
    String aBoxInBytes() {
        return "12.340";
    }

    private Scale driver(Endpoint endpoint) {
        return protocol.driver(ScaleIdentity.emulated("B1", "Balance du tri"), endpoint, InstantSource.system());
    }

    @BeforeEach
    void connect() throws Exception {
        device = new ScaleEmulator(speech, Duration.ZERO);
        device.listen(0, 0);
        scale = driver(device.endpoint()).start();
        scale.onReading(heard::add);
        awaitGrams(0);
    }

    @AfterEach
    void disconnect() {
        scale.close();
        device.close();
    }

    private ScaleReading now() {
        return scale.current(Instant.now());
    }

    private void awaitReading(String kind) throws InterruptedException {
        Tools.await(kind, () -> Described.one(now()), said -> said.startsWith(kind));
    }

    private Stable awaitGrams(long grams) throws InterruptedException {
        return (Stable) Tools.await(
                grams + " g stable",
                this::now,
                r -> r instanceof Stable s && s.mass().grams() == grams);
    }

    private void awaitCause(Cause cause) throws InterruptedException {
        Tools.await(cause.toString(), this::now, r -> r instanceof NotReady n && n.cause() == cause);
    }

    @Test
    void whatLiesStillOnThePanIsReadToTheGramWithItsFrame() throws Exception {
        device.put(A_BOX);
        Stable stable = awaitGrams(12_340);
        assertTrue(stable.rawFrame().contains(aBoxInBytes()), stable.rawFrame());
        assertTrue(Duration.between(stable.at(), Instant.now()).compareTo(Scale.FRESH) < 0);
    }

    @Test
    void aMovingLoadIsNeverStable() throws Exception {
        device.move();
        awaitReading(movement());
        heard.clear();
        Thread.sleep(600);
        assertTrue(heard.stream().noneMatch(Stable.class::isInstance), heard.toString());
        device.still();
        awaitReading("Stable");
    }

    @Test
    void aLoadSwingsBeforeItRests() throws Exception {
        try (ScaleEmulator swinging = new ScaleEmulator(speech, Duration.ofMillis(600))) {
            swinging.listen(0, 0);
            try (Scale other = driver(swinging.endpoint()).start()) {
                List<String> seen = new CopyOnWriteArrayList<>();
                Tools.await("rest", () -> other.current(Instant.now()), Stable.class::isInstance);
                other.onReading(r -> seen.add(Described.one(r)));
                swinging.put(A_BOX);
                Tools.await("rest", () -> seen, s -> s.stream().anyMatch(r -> r.startsWith("Stable 12340")));
                String swing = movement().equals("Unstable") ? "Unstable 12340" : movement();
                assertTrue(
                        swing.startsWith("NotReady") || seen.stream().anyMatch(r -> r.startsWith(swing)),
                        seen.toString());
            }
        }
    }

    @Test
    void belowZeroIsNoWeight() throws Exception {
        device.underZero();
        awaitReading("UnderZero");
    }

    @Test
    void tooHeavyIsNoWeight() throws Exception {
        device.overload();
        awaitReading(overload());
        device.put(A_BOX);
        awaitGrams(12_340);
    }

    @Test
    void aTareOfTheScaleGivesTheNet() throws Exception {
        device.put(Mass.grams(2_000));
        awaitGrams(2_000);
        if (!protocol.commands().contains(Command.TARE)) {
            assertEquals(Scale.Sent.NOT_SUPPORTED, scale.tare());
            return;
        }
        assertEquals(Scale.Sent.SENT, scale.tare());
        awaitGrams(0);
        device.put(Mass.grams(5_500));
        Stable net = awaitGrams(3_500);
        assertEquals(taredBasis, net.basis());
    }

    @Test
    void zeroIsObeyed() throws Exception {
        device.put(Mass.grams(40));
        awaitGrams(40);
        if (!protocol.commands().contains(Command.ZERO)) {
            assertEquals(Scale.Sent.NOT_SUPPORTED, scale.zero());
            return;
        }
        assertEquals(Scale.Sent.SENT, scale.zero());
        awaitGrams(0);
    }

    @Test
    void unpluggedThenBackItWeighsAgainAndTheLastWeightDoesNotLinger() throws Exception {
        device.put(A_BOX);
        awaitGrams(12_340);
        device.unplug();
        awaitCause(Cause.DISCONNECTED);
        assertEquals(protocol.commands().isEmpty() ? Scale.Sent.NOT_SUPPORTED : Scale.Sent.NOT_CONNECTED, scale.zero());
        device.put(Mass.grams(700));
        device.plug();
        awaitGrams(700);
        Set<String> causes = heard.stream()
                .filter(NotReady.class::isInstance)
                .map(Described::one)
                .collect(Collectors.toSet());
        assertEquals(Set.of("NotReady DISCONNECTED", "NotReady STARTING"), causes);
    }

    @Test
    void aSilentScaleIsStaleAfterTwoSecondsAndItsListenersAreTold() throws Exception {
        device.put(A_BOX);
        awaitGrams(12_340);
        heard.clear();
        device.silent();
        awaitCause(Cause.STALE);
        Tools.await("the news", () -> heard, h -> h.stream().anyMatch(NotReady.class::isInstance));
        assertEquals(
                1, heard.stream().filter(NotReady.class::isInstance).count(), "told once, not at each turn: " + heard);
        device.still();
        awaitGrams(12_340);
    }

    @Test
    void aReadingIsWorthNothingHalfAMinuteLater() throws Exception {
        device.put(A_BOX);
        awaitGrams(12_340);
        NotReady later =
                assertInstanceOf(NotReady.class, scale.current(Instant.now().plusSeconds(30)));
        assertEquals(Cause.STALE, later.cause());
    }

    @Test
    void noiseHalfAndGluedFramesGiveNoOtherWeight() throws Exception {
        device.put(A_BOX);
        awaitGrams(12_340);
        heard.clear();
        for (int i = 0; i < 5; i++) {
            device.noise();
            device.halfFrame();
            int before = heard.size();
            Tools.await("more readings", heard::size, n -> n > before);
        }
        device.put(A_BOX);
        Tools.await("good frames again", heard::size, n -> n > 6);
        Set<Long> grams = heard.stream()
                .filter(Weight.class::isInstance)
                .map(r -> ((Weight) r).mass().grams())
                .collect(Collectors.toSet());
        assertEquals(Set.of(12_340L), grams);
    }

    @Test
    void aLineAtTheWrongSpeedIsUnreadableAndNotJustSilent() throws Exception {
        Loopback wire = new Loopback();
        try (Scale other = driver(wire).start();
                Link far = wire.accept(Duration.ofSeconds(5)).orElseThrow()) {
            for (int i = 0; i < 60; i++) {
                far.write(new byte[] {(byte) 0xf8, 0x1e, (byte) 0x86, '\r', '\n'}, Duration.ofSeconds(1));
                Thread.sleep(50);
            }
            Tools.await(
                    "unreadable",
                    () -> other.current(Instant.now()),
                    r -> r instanceof NotReady n && n.cause() == Cause.UNREADABLE);
        }
    }

    @Test
    void aSlowAnswerIsStillAnAnswer() throws Exception {
        device.put(A_BOX);
        device.slow(Duration.ofMillis(700));
        awaitGrams(12_340);
        heard.clear();
        Tools.await("slow readings", heard::size, n -> n >= 3);
        assertTrue(heard.stream().allMatch(Stable.class::isInstance), heard.toString());
    }

    @Test
    void aScriptDrivesTheEmulatorByItsControlSocketAlone() throws Exception {
        try (Hand hand = new Hand(device.controlPort())) {
            assertEquals("OK STABLE 12340 g", hand.says("PUT 12340"));
            awaitGrams(12_340);
            hand.says("MOVE");
            awaitReading(movement());
            hand.says("STABLE");
            awaitGrams(12_340);
            hand.says("OVERLOAD");
            awaitReading(overload());
            hand.says("UNDER");
            awaitReading("UnderZero");
            hand.says("UNPLUG");
            awaitCause(Cause.DISCONNECTED);
            hand.says("PLUG");
            assertEquals("OK STABLE 250 g", hand.says("put 250"));
            awaitGrams(250);
            assertEquals("ERR not a command: PUT a cat", hand.says("PUT a cat"));
        }
    }
}

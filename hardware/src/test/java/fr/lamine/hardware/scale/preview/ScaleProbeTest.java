package fr.lamine.hardware.scale.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.speech.Ear;
import fr.lamine.hardware.emulator.speech.Speech.Request;
import fr.lamine.hardware.scale.preview.ScaleProbe.Phase;
import fr.lamine.hardware.scale.preview.ScaleProbe.Seen;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Loopback;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.model.measure.Mass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class ScaleProbeTest {

    private static ScaleProbe probe(Endpoint endpoint, Duration atMost) {
        return ScaleProbe.start(endpoint, InstantSource.system(), atMost);
    }

    private static Optional<String> frame(Seen seen, ScaleProtocol protocol) {
        return seen.lines().stream()
                .filter(line -> line.protocol() == protocol && line.showsAWeight())
                .map(line -> line.reading().orElseThrow().rawFrame())
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("fr.lamine.hardware.scale.preview.Speeches#spoken")
    void aScaleOfEachProtocolIsShownLiveOnItsLine(ScaleProtocol protocol) throws Exception {
        try (ScaleEmulator device = new ScaleEmulator(Speeches.of(protocol), Duration.ZERO)) {
            device.listen(0, 0);
            device.put(Mass.grams(12_340));
            try (ScaleProbe probe = probe(device.endpoint(), Duration.ofSeconds(30))) {
                awaitFrame(probe, protocol, "12.340");
                device.put(Mass.grams(5_670));
                awaitFrame(probe, protocol, "5.670");
                assertEquals("OK STABLE 5670 g", device.obey("STATE"), "neither zeroed nor tared");
            }
        }
    }

    private static void awaitFrame(ScaleProbe probe, ScaleProtocol protocol, String kilograms)
            throws InterruptedException {
        Tools.await(
                kilograms,
                probe::seen,
                seen -> frame(seen, protocol).filter(f -> f.contains(kilograms)).isPresent());
    }

    @Test
    void aStreamingScaleIsNotAskedAnything() throws Exception {
        Loopback wire = new Loopback();
        try (ScaleProbe probe = probe(wire, Duration.ofSeconds(3));
                Link far = wire.accept(Duration.ofSeconds(5)).orElseThrow()) {
            byte[] heard = new byte[64];
            while (probe.seen().phase() != Phase.OVER) {
                far.write("ST,+0001.234 kg\r\n".getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(1));
                assertEquals(0, heardFrom(far, heard), "it was asked something");
            }
            assertTrue(frame(probe.seen(), ScaleProtocol.STGS).isPresent());
        }
    }

    private static int heardFrom(Link far, byte[] heard) {
        try {
            return far.read(heard, Duration.ofMillis(50));
        } catch (IOException over) {
            return 0;
        }
    }

    @Test
    void noScaleOfAnyProtocolTakesAQuestionForZeroOrTare() throws Exception {
        Loopback wire = new Loopback();
        ByteArrayOutputStream asked = new ByteArrayOutputStream();
        try (ScaleProbe probe = probe(wire, Duration.ofSeconds(8));
                Link far = wire.accept(Duration.ofSeconds(5)).orElseThrow()) {
            byte[] heard = new byte[64];
            while (probe.seen().phase() != Phase.OVER) {
                asked.write(heard, 0, heardFrom(far, heard));
            }
        }
        byte[] all = asked.toByteArray();
        for (ScaleProtocol protocol : Speeches.spoken()) {
            Ear ear = Speeches.of(protocol).ear();
            var requests = ear.hear(all, all.length);
            assertTrue(
                    requests.stream().noneMatch(r -> r == Request.ZERO || r == Request.TARE),
                    protocol + " heard " + requests);
            if (protocol.polling().isPresent()) {
                assertTrue(requests.contains(Request.WEIGHT), protocol + " was not asked: " + requests);
            }
        }
    }

    @Test
    void itEndsByItselfAndFreesTheWire() throws Exception {
        try (ScaleEmulator device = new ScaleEmulator(Speeches.of(ScaleProtocol.MTSICS), Duration.ZERO)) {
            device.listen(0, 0);
            try (ScaleProbe probe = probe(device.endpoint(), Duration.ofMillis(300))) {
                Tools.await("the end", () -> probe.seen().phase(), Phase.OVER::equals);
                Tools.await("a free wire", device::isConnected, connected -> !connected);
            }
        }
    }

    @Test
    void closedEarlyItIsOver() throws Exception {
        try (ScaleEmulator device = new ScaleEmulator(Speeches.of(ScaleProtocol.NCI), Duration.ZERO)) {
            device.listen(0, 0);
            ScaleProbe probe = probe(device.endpoint(), Duration.ofMinutes(1));
            Tools.await("a connection", device::isConnected, connected -> connected);
            probe.close();
            assertEquals(Phase.OVER, probe.seen().phase());
        }
    }

    @Test
    void aWireThatCannotBeOpenedIsSaid() throws Exception {
        Loopback nobody = new Loopback();
        nobody.unplug();
        try (ScaleProbe probe = probe(nobody, Duration.ofSeconds(5))) {
            Tools.await("the answer", () -> probe.seen().phase(), Phase.UNREACHABLE::equals);
        }
    }

    @Test
    void aProbeWithoutEndIsRefused() {
        Endpoint endpoint = Tcp.local(1);
        assertThrows(IllegalArgumentException.class, () -> probe(endpoint, Duration.ofHours(1)));
    }
}

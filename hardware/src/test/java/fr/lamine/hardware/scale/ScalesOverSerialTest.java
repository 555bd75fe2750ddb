package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.scale.Scale.Command;
import fr.lamine.hardware.scale.Scale.Sent;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Stable;
import fr.lamine.hardware.scale.preview.Speeches;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Cable;
import fr.lamine.hardware.transport.Link;
import fr.lamine.model.measure.Mass;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each driver over the real serial library and pseudo-terminals: what the contract says over TCP, in short.
@Execution(ExecutionMode.CONCURRENT)
class ScalesOverSerialTest {

    @ParameterizedTest
    @MethodSource("fr.lamine.hardware.scale.preview.Speeches#spoken")
    void itWeighsObeysIsLostOnceAndFoundAgain(ScaleProtocol protocol, @TempDir Path folder) throws Exception {
        ScaleEmulator device = new ScaleEmulator(Speeches.of(protocol), Duration.ZERO);
        List<ScaleReading> heard = new CopyOnWriteArrayList<>();
        int baud = protocol.line().orElseThrow().baud();
        try (Cable cable = Cable.in(folder);
                Scale scale = protocol.driver(
                        ScaleIdentity.emulated("B1", "Balance"), cable.driverLine(baud), InstantSource.system())) {
            scale.onReading(heard::add);
            scale.start();
            play(device, cable);
            weighs(scale, device);
            obeysZero(protocol, scale, device);
            heard.clear();
            cable.unplug();
            awaitLoss(scale);
            device.put(Mass.grams(700));
            Thread.sleep(1_100);
            assertEquals(List.of("NotReady DISCONNECTED"), said(heard), "one pull is told once, and nothing after it");
            cable.plug();
            play(device, cable);
            awaitGrams(scale, 700 - zeroed(protocol));
        }
    }

    private static void play(ScaleEmulator device, Cable cable) throws IOException {
        Link far = cable.deviceFile().open();
        Thread.ofVirtual().start(() -> {
            try (far) {
                device.serve(far);
            } catch (IOException | InterruptedException pulled) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void weighs(Scale scale, ScaleEmulator device) throws InterruptedException {
        device.put(Mass.grams(12_340));
        Stable stable = awaitGrams(scale, 12_340);
        assertTrue(stable.rawFrame().contains("12.340"), stable.rawFrame());
        device.move();
        Tools.await("movement", () -> scale.current(Instant.now()), r -> !(r instanceof Stable));
        device.still();
        awaitGrams(scale, 12_340);
    }

    private static void obeysZero(ScaleProtocol protocol, Scale scale, ScaleEmulator device)
            throws InterruptedException {
        device.put(Mass.grams(40));
        awaitGrams(scale, 40);
        if (protocol.commands().contains(Command.ZERO)) {
            assertEquals(Sent.SENT, scale.zero());
            awaitGrams(scale, 0);
        }
    }

    private static long zeroed(ScaleProtocol protocol) {
        return protocol.commands().contains(Command.ZERO) ? 40 : 0;
    }

    private static List<String> said(List<ScaleReading> heard) {
        return heard.stream()
                .dropWhile(r -> !(r instanceof NotReady))
                .map(Described::one)
                .toList();
    }

    private static void awaitLoss(Scale scale) throws InterruptedException {
        Tools.await(
                "the loss",
                () -> scale.current(Instant.now()),
                r -> r instanceof NotReady n && n.cause() == Cause.DISCONNECTED);
    }

    private static Stable awaitGrams(Scale scale, long grams) throws InterruptedException {
        return (Stable) Tools.await(
                grams + " g",
                () -> scale.current(Instant.now()),
                r -> r instanceof Stable s && s.mass().grams() == grams);
    }
}

package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.emulator.ScaleEmulator;
import fr.lamine.hardware.emulator.speech.MtSicsSpeech;
import fr.lamine.hardware.emulator.speech.StgsSpeech;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scale.ScaleReading.Cause;
import fr.lamine.hardware.scale.ScaleReading.NotReady;
import fr.lamine.hardware.scale.ScaleReading.Stable;
import fr.lamine.hardware.scale.mtsics.MtSicsScale;
import fr.lamine.hardware.scale.stgs.StgsScale;
import fr.lamine.hardware.scanner.Scan;
import fr.lamine.hardware.scanner.Scanner;
import fr.lamine.hardware.transport.Transport.State;
import fr.lamine.model.measure.Mass;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real serial library over a pair of pseudo-terminals made by socat: one end for the driver, one for the device.
class SerialTest {

    @TempDir
    private Path folder;

    private Process socat;

    @BeforeEach
    void plugIn() throws Exception {
        Tools.need("socat", "socat");
        socat = wire();
    }

    @AfterEach
    void pullOut() throws Exception {
        if (socat != null) {
            unplug();
        }
    }

    private Process wire() throws Exception {
        Process process = new ProcessBuilder(
                        "socat", "pty,raw,echo=0,link=" + driverEnd(), "pty,raw,echo=0,link=" + deviceEnd())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Tools.await("the pseudo-terminals", () -> Files.exists(driverEnd()) && Files.exists(deviceEnd()), b -> b);
        return process;
    }

    private void unplug() throws Exception {
        socat.destroy();
        assertTrue(socat.waitFor(10, TimeUnit.SECONDS), "socat did not end");
    }

    private Path driverEnd() {
        return folder.resolve("driver");
    }

    private Path deviceEnd() {
        return folder.resolve("device");
    }

    private Serial driverLine() {
        return Serial.at9600(driverEnd().toString());
    }

    private Transport playing(ScaleEmulator device) {
        return Transport.start(Serial.at9600(deviceEnd().toString()), Duration.ofMillis(100), device::serve, _ -> {});
    }

    private static void awaitGrams(Scale scale, long grams) throws InterruptedException {
        Tools.await(
                grams + " g",
                () -> scale.current(Instant.now()),
                r -> r instanceof Stable s && s.mass().grams() == grams);
    }

    @Test
    void aStreamingScaleIsReadLostAndFoundAgain() throws Exception {
        ScaleEmulator device = new ScaleEmulator(StgsSpeech.DINI_ARGEO, Duration.ZERO);
        List<ScaleReading> heard = new CopyOnWriteArrayList<>();
        try (Transport _ = playing(device);
                Scale scale = new StgsScale(
                                ScaleIdentity.emulated("B1", "Balance"),
                                driverLine(),
                                InstantSource.system(),
                                StgsScale.Words.DINI_ARGEO)
                        .start()) {
            scale.onReading(heard::add);
            device.put(Mass.grams(12_340));
            awaitGrams(scale, 12_340);
            unplug();
            Tools.await(
                    "the loss",
                    () -> scale.current(Instant.now()),
                    r -> r instanceof NotReady n && n.cause() == Cause.DISCONNECTED);
            Thread.sleep(1_200);
            long losses = heard.stream()
                    .filter(r -> r instanceof NotReady n && n.cause() == Cause.DISCONNECTED)
                    .count();
            assertEquals(1, losses, "one unplugging is told once");
            device.put(Mass.grams(500));
            socat = wire();
            awaitGrams(scale, 500);
        }
    }

    @Test
    void anAskedScaleAnswersAndObeysItsTare() throws Exception {
        ScaleEmulator device = new ScaleEmulator(new MtSicsSpeech(), Duration.ZERO);
        try (Transport _ = playing(device);
                Scale scale = new MtSicsScale(
                                ScaleIdentity.emulated("B2", "Balance"), driverLine(), InstantSource.system())
                        .start()) {
            device.put(Mass.grams(2_000));
            awaitGrams(scale, 2_000);
            assertEquals(Scale.Sent.SENT, scale.tare());
            awaitGrams(scale, 0);
            device.put(Mass.grams(2_460));
            awaitGrams(scale, 460);
        }
    }

    @Test
    void aBurstOfScansOverTheLineLosesNone() throws Exception {
        List<String> codes =
                IntStream.range(0, 300).mapToObj("04901%08d"::formatted).toList();
        List<Scan> scans = new CopyOnWriteArrayList<>();
        try (Scanner scanner = Scanner.start(driverLine(), InstantSource.system(), scans::add, _ -> {});
                Link gun = Serial.at9600(deviceEnd().toString()).open()) {
            Tools.await("open", scanner::state, State.OPEN::equals);
            gun.write(
                    (String.join("\r\n", codes) + "\r\n").getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(10));
            Tools.await("all scans", scans::size, n -> n == codes.size());
        }
        assertEquals(codes, scans.stream().map(Scan::text).toList());
    }
}

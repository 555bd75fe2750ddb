package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fr.lamine.hardware.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A serial cable that can be pulled: two pseudo-terminals joined by socat, one end for the driver, one for the device.
public final class Cable implements AutoCloseable {

    private final Path folder;
    private Optional<Process> socat = Optional.empty();

    private Cable(Path folder) {
        this.folder = folder;
    }

    /// Plugged in.
    public static Cable in(Path folder) throws IOException, InterruptedException {
        Tools.need("socat", "socat");
        Cable cable = new Cable(folder);
        cable.plug();
        return cable;
    }

    public void plug() throws IOException, InterruptedException {
        socat = Optional.of(
                new ProcessBuilder("socat", "pty,raw,echo=0,link=" + driverEnd(), "pty,raw,echo=0,link=" + deviceEnd())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Files.exists(driverEnd()) || !Files.exists(deviceEnd())) {
            if (System.nanoTime() > deadline) {
                fail("socat made no pseudo-terminals");
            }
            Thread.sleep(1);
        }
    }

    /// Both ends are gone when it returns.
    public void unplug() throws InterruptedException {
        if (socat.isPresent()) {
            socat.get().destroy();
            assertTrue(socat.get().waitFor(10, TimeUnit.SECONDS), "socat did not end");
            socat = Optional.empty();
        }
    }

    private Path driverEnd() {
        return folder.resolve("driver");
    }

    private Path deviceEnd() {
        return folder.resolve("device");
    }

    /// The driver's end. Always 8 bits: a pseudo-terminal takes 7 bits and parity only once.
    public Serial driverLine(int baud) {
        return new Serial(driverEnd().toString(), baud, Serial.Framing.EIGHT_NONE_ONE);
    }

    /// The device's end, which must be plugged in.
    public DeviceFile deviceFile() throws IOException {
        if (!Files.exists(deviceEnd())) {
            throw new IOException("the cable is pulled");
        }
        return new DeviceFile(deviceEnd());
    }

    @Override
    public void close() {
        try {
            unplug();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

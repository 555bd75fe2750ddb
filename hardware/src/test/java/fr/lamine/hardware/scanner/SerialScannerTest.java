package fr.lamine.hardware.scanner;

import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.transport.Cable;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// Lines over the real serial library and a pair of pseudo-terminals.
class SerialScannerTest extends ScannerContract {

    @TempDir
    private Path folder;

    private Cable cable;

    SerialScannerTest() {
        super(ScannerProtocol.LINES, ScannerSpeech.LINES);
    }

    @Override
    protected Endpoint wired() throws Exception {
        cable = Cable.in(folder);
        play();
        return cable.driverLine(9_600);
    }

    private void play() throws IOException {
        Link far = cable.deviceFile().open();
        Thread.ofPlatform().daemon().start(() -> {
            try (far) {
                device.serve(far);
            } catch (IOException | InterruptedException pulled) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    protected void pullTheCable() throws Exception {
        cable.unplug();
    }

    @Override
    protected void putTheCableBack() throws Exception {
        cable.plug();
        play();
    }
}

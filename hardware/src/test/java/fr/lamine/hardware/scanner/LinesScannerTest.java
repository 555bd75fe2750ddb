package fr.lamine.hardware.scanner;

import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.transport.Endpoint;

/// Lines over a socket, as a box on the network sends them.
class LinesScannerTest extends ScannerContract {

    LinesScannerTest() {
        super(ScannerProtocol.LINES, ScannerSpeech.LINES);
    }

    @Override
    protected Endpoint wired() throws Exception {
        device.listen(0, 0);
        return device.endpoint();
    }

    @Override
    protected void pullTheCable() {
        device.unplug();
    }

    @Override
    protected void putTheCableBack() {
        device.plug();
    }
}

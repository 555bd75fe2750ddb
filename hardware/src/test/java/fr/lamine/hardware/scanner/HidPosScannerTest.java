package fr.lamine.hardware.scanner;

import fr.lamine.hardware.emulator.speech.ScannerSpeech;
import fr.lamine.hardware.transport.Endpoint;

/// Reports; the same over the native library is in the tests of USB.
class HidPosScannerTest extends ScannerContract {

    HidPosScannerTest() {
        super(ScannerProtocol.HID_POS, ScannerSpeech.HID_POS);
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

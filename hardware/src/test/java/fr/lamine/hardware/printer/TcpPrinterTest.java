package fr.lamine.hardware.printer;

import fr.lamine.hardware.transport.Endpoint;

class TcpPrinterTest extends PrinterContract {

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

package fr.lamine.hardware.scale.usbhid;

import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.StreamingScale;
import fr.lamine.hardware.transport.Endpoint;
import java.time.InstantSource;
import java.util.Optional;

/// A HID scale on USB.
public final class UsbHidScale extends StreamingScale {

    private static final byte[] ZERO_NOW = {2, 2};

    public UsbHidScale(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        super(identity, endpoint, clock, UsbHidFrame::new);
    }

    @Override
    protected Optional<byte[]> bytesOf(Command command) {
        return switch (command) {
            case ZERO -> Optional.of(ZERO_NOW.clone());
            case TARE -> Optional.empty();
        };
    }
}

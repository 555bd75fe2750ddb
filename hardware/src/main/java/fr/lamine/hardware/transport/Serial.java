package fr.lamine.hardware.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.OptionalInt;

/// A device on a serial line, over jSerialComm. On Linux name it by `/dev/serial/by-id/…`, which survives
/// re-plugging; on Windows by `COM3`.
///
/// @param flow how the device says that it is full; ticket printers say it mostly by a signal, scales never
public record Serial(String port, int baud, Framing framing, Flow flow) implements Endpoint {

    public enum Framing {
        EIGHT_NONE_ONE(8, SerialPort.NO_PARITY),
        SEVEN_EVEN_ONE(7, SerialPort.EVEN_PARITY),
        SEVEN_ODD_ONE(7, SerialPort.ODD_PARITY);

        final int dataBits;
        final int parity;

        Framing(int dataBits, int parity) {
            this.dataBits = dataBits;
            this.parity = parity;
        }
    }

    public enum Flow {
        NONE(SerialPort.FLOW_CONTROL_DISABLED),
        /// By a signal: the DTR or RTS of the printer arrives here as CTS, through the cable. The library cannot wait
        /// for
        /// DSR on Linux.
        RTS_CTS(SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED),
        /// By a byte. Only the device says *stop*: to us there is no need to.
        XON_XOFF(SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED);

        final int bits;

        Flow(int bits) {
            this.bits = bits;
        }
    }

    public Serial(String port, int baud, Framing framing) {
        this(port, baud, framing, Flow.NONE);
    }

    public Serial {
        if (port.isBlank() || baud < 50 || baud > 4_000_000) {
            throw new IllegalArgumentException("not a serial line: " + port + " at " + baud + " baud");
        }
    }

    /// 9600 baud, 8 data bits, no parity, 1 stop bit: the factory setting of most scales.
    public static Serial at9600(String port) {
        return new Serial(port, 9600, Framing.EIGHT_NONE_ONE);
    }

    @Override
    public Link open() throws IOException {
        SerialPort line = found();
        line.setComPortParameters(baud, framing.dataBits, SerialPort.ONE_STOP_BIT, framing.parity);
        line.setFlowControl(flow.bits);
        if (!line.openPort()) {
            throw new IOException("cannot open " + port + " (error " + line.getLastErrorCode() + ")");
        }
        return new SerialLink(line);
    }

    /// A new object at each opening: the library resolves symbolic links when the object is made.
    private SerialPort found() throws IOException {
        try {
            return SerialPort.getCommPort(port);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("no such port: " + port, e);
        }
    }

    @Override
    public String name() {
        return "serial " + port;
    }

    @Override
    public OptionalInt bytesPerSecond() {
        return OptionalInt.of(Math.max(1, baud / 10));
    }
}

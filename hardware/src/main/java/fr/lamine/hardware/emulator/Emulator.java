package fr.lamine.hardware.emulator;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.hardware.transport.TcpListener;
import fr.lamine.hardware.transport.TcpReports;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// What all emulated devices have: a device port, a control port, and a plug that can be pulled.
public abstract class Emulator implements AutoCloseable {

    private Optional<TcpListener> device = Optional.empty();
    private Optional<TcpListener> control = Optional.empty();
    private volatile boolean plugged = true;

    /// Opens both ports on 127.0.0.1; 0 takes any free one.
    ///
    /// @throws IOException when a port is taken; then neither is open
    public final void listen(int devicePort, int controlPort) throws IOException {
        TcpListener opened = TcpListener.listen(devicePort, this::converse);
        try {
            control = Optional.of(ControlPort.listen(controlPort, this::obey));
            device = Optional.of(opened);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /// Where the driver finds the device.
    public final Endpoint endpoint() {
        Tcp tcp = Tcp.local(device.orElseThrow().port());
        return speaksInReports() ? new TcpReports(tcp) : tcp;
    }

    private void converse(Link connection) throws IOException, InterruptedException {
        serve(speaksInReports() ? TcpReports.deviceEnd(connection) : connection);
    }

    /// Whether it stands for a device that speaks in reports, on USB.
    protected boolean speaksInReports() {
        return false;
    }

    public final int controlPort() {
        return control.orElseThrow().port();
    }

    /// Cuts the driver off and refuses it until [#plug()].
    public final void unplug() {
        plugged = false;
        device.orElseThrow().unplug();
    }

    public final void plug() {
        device.orElseThrow().plug();
        plugged = true;
    }

    /// Ends the connection that there is, as when the device is moved to another socket.
    protected final void hangUp() {
        if (plugged && device.isPresent()) {
            device.get().unplug();
            device.get().plug();
        }
    }

    /// Whether its cable is in; a driver may not have found it yet.
    public final boolean isPlugged() {
        return plugged;
    }

    public final boolean isConnected() {
        return device.map(TcpListener::hasConnection).orElse(false);
    }

    /// Plays the device over one open link, until it breaks.
    public abstract void serve(Link link) throws IOException, InterruptedException;

    /// Does what a line of the control port says; answers `OK …`, or `ERR …` and does nothing.
    public final String obey(String line) {
        return switch (line.toUpperCase(Locale.ROOT)) {
            case "UNPLUG" -> {
                unplug();
                yield "OK";
            }
            case "PLUG" -> {
                plug();
                yield "OK";
            }
            default -> handled(line);
        };
    }

    protected abstract String handled(String line);

    @Override
    public final void close() {
        device.ifPresent(TcpListener::close);
        control.ifPresent(TcpListener::close);
    }
}

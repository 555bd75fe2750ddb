package fr.lamine.hardware.transport;

import java.io.IOException;

/// The place of USB in demo, training and tests: an emulated HID device behind a TCP port. TCP keeps no borders between
/// reports, so each is preceded by its length.
public record TcpReports(Tcp tcp) implements Endpoint {

    public static TcpReports local(int port) {
        return new TcpReports(Tcp.local(port));
    }

    @Override
    public Link open() throws IOException {
        return new ReportLink(tcp.open());
    }

    /// The device's end of a connection taken by a [TcpListener].
    public static Link deviceEnd(Link connection) {
        return new ReportLink(connection);
    }

    @Override
    public String name() {
        return "reports over " + tcp.name();
    }
}

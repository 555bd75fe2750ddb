package fr.lamine.hardware.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/// A device behind a TCP port: a network printer (9100), a serial-to-Ethernet box, an emulator.
public record Tcp(String host, int port) implements Endpoint {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    public Tcp {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not an address: " + host + ":" + port);
        }
    }

    public static Tcp local(int port) {
        return new Tcp("127.0.0.1", port);
    }

    @Override
    public Link open() throws IOException {
        return open(SocketChannel.open());
    }

    /// @param channel not yet connected
    Link open(SocketChannel channel) throws IOException {
        try {
            channel.socket().connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
            refuseOneself(channel);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            noticeAPulledCable(channel);
            return new TcpLink(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e instanceof IOException io ? io : new IOException(e.toString(), e);
        }
    }

    /// Trying a closed local port over and over, the kernel sooner or later connects the socket to itself.
    private static void refuseOneself(SocketChannel channel) throws IOException {
        if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
            throw new ConnectException("nobody listens there");
        }
    }

    private static void noticeAPulledCable(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 5);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 2);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        }
    }

    @Override
    public String name() {
        return "tcp " + host + ":" + port;
    }

    @Override
    public boolean isShared() {
        return true;
    }
}

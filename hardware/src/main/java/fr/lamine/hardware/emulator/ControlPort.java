package fr.lamine.hardware.emulator;

import fr.lamine.hardware.transport.LineBuffer;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.TcpListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// Lines of at most 2 000 bytes in UTF-8, each answered by the hand that moves the emulator.
final class ControlPort {

    private ControlPort() {}

    static TcpListener listen(int port, UnaryOperator<String> hand) throws IOException {
        return TcpListener.listen(port, link -> converse(link, hand));
    }

    private static void converse(Link link, UnaryOperator<String> hand) throws IOException {
        LineBuffer lines = new LineBuffer(2_000);
        byte[] buffer = new byte[2_048];
        while (true) {
            int count = link.read(buffer, Duration.ofSeconds(1));
            for (String line : lines.accept(buffer, count)) {
                String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
                String answer = hand.apply(text) + "\n";
                link.write(answer.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(5));
            }
        }
    }
}

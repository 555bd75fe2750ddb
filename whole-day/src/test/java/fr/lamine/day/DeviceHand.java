package fr.lamine.day;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/// A hand on one emulated device: lines to its control socket, and nothing else.
final class DeviceHand implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;
    private final BufferedReader answers;

    /// @param address `127.0.0.1:40001`
    DeviceHand(String address) throws IOException {
        String[] part = address.split(":");
        socket = new Socket(part[0], Integer.parseInt(part[1]));
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /// What follows `OK`.
    String say(String line) {
        try {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = answers.readLine();
            if (answer == null || !answer.startsWith("OK")) {
                throw new AssertionError(line + " was answered " + answer);
            }
            return answer.substring(2).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number(String line) {
        return Integer.parseInt(say(line));
    }

    /// The last paper of a printer, in words.
    String lastPaper() {
        int count = number("LAST");
        List<String> lines = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                lines.add(answers.readLine());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", lines);
    }

    /// The last paper of a printer, as dots.
    BufferedImage lastPicture() {
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(say("PICTURE"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

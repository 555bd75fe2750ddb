package fr.lamine.hardware;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Moves an emulator as an outside script would: lines over a plain socket.
public final class Hand implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    public Hand(int controlPort) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), controlPort);
        socket.setSoTimeout(10_000);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    public String says(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        return answers.readLine();
    }

    public String nextLine() throws IOException {
        return answers.readLine();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

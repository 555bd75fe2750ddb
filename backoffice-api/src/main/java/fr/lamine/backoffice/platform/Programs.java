package fr.lamine.backoffice.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs a program of the machine to its end.
final class Programs {

    private static final int MAX_OUTPUT = 4_000;

    private Programs() {}

    /// @throws IOException with what the program said, when it failed
    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(process) != 0) {
            throw new IOException(String.join(" ", command) + " : "
                    + said.substring(0, Math.min(said.length(), MAX_OUTPUT)).strip());
        }
    }

    static boolean succeeds(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return await(process) == 0;
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

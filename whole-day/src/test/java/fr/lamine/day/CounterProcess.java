package fr.lamine.day;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A counter as `./lamine terminal` starts it: a process of its own, from the cold.
final class CounterProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path folder;
    private final int port;
    private final double millisToFirstPage;

    private CounterProcess(Process process, Path folder, int port, double millisToFirstPage) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.millisToFirstPage = millisToFirstPage;
    }

    /// Starts it and waits for its first page.
    ///
    /// @param launcher the file `lamine`
    static CounterProcess start(Path launcher, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Files.deleteIfExists(folder.resolve("demo").resolve("addresses.txt"));
        ProcessBuilder command = new ProcessBuilder(
                        launcher.toString(),
                        "terminal",
                        "--data",
                        folder.toString(),
                        "--port",
                        Integer.toString(port),
                        "--demo")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("counter.log").toFile());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            long begun = System.nanoTime();
            Process process = command.start();
            while (!answers(http, page)) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            "the counter does not start: " + Files.readString(folder.resolve("counter.log")));
                }
                LockSupport.parkNanos(2_000_000);
            }
            return new CounterProcess(process, folder, port, (System.nanoTime() - begun) / 1e6);
        }
    }

    private static boolean answers(HttpClient http, HttpRequest page) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(page, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(BenchShop.NAME);
        } catch (IOException e) {
            // not yet
            return false;
        }
    }

    double millisToFirstPage() {
        return millisToFirstPage;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /// Where a hand reaches the emulated scanner.
    String scanner() throws IOException, InterruptedException {
        Path addresses = folder.resolve("demo").resolve("addresses.txt");
        for (int i = 0; i < 200; i++) {
            if (Files.exists(addresses)) {
                Optional<String> control = Files.readAllLines(addresses).stream()
                        .filter(line -> line.startsWith("scanner-control: "))
                        .map(line -> line.substring("scanner-control: ".length()))
                        .findFirst();
                if (control.isPresent()) {
                    return control.get();
                }
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("the scanner has no address");
    }

    /// What the process holds in memory, in millions of bytes.
    double megabytes() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        String resident = status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(resident.replaceAll("\\D", "")) * 1_024 / 1e6;
    }

    /// As a cut cable ends it.
    void crash() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

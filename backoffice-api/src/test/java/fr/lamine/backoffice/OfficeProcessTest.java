package fr.lamine.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole office as a process of its own, as a shop starts and stops it.
final class OfficeProcessTest {

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+)/");
    private static final Pattern PASSWORD = Pattern.compile("mot de passe ([A-Za-z0-9_-]+) ");

    private Path folder;

    private record Running(Process process, String said) {
        String found(Pattern pattern) {
            Matcher matcher = pattern.matcher(said);
            assertTrue(matcher.find(), said);
            return matcher.group(1);
        }
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("lamine-office-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void removeFolder() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void itIsEnteredByThePasswordShownOnceAndStopsWithoutATrace() throws Exception {
        Running first = start();
        String password = first.found(PASSWORD);
        assertEquals(303, signIn(first.found(ADDRESS), password));
        stopOrderly(first);

        Running second = start();
        assertFalse(PASSWORD.matcher(second.said()).find(), second.said());
        assertEquals(303, signIn(second.found(ADDRESS), password));
        stopOrderly(second);
    }

    private Running start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Office.class.getName(),
                        "--data",
                        folder.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (ADDRESS.matcher(line).find()) {
                return new Running(process, said.toString());
            }
        }
        throw new AssertionError("the office did not open:\n" + said);
    }

    private void stopOrderly(Running office) throws InterruptedException {
        List<ProcessHandle> children = office.process().descendants().toList();
        assertFalse(children.isEmpty(), "no database server to be seen");
        office.process().destroy();
        assertTrue(office.process().waitFor(30, TimeUnit.SECONDS), "it does not stop");
        assertEquals(128 + 15, office.process().exitValue());
        assertTrue(children.stream().noneMatch(ProcessHandle::isAlive), "its database server goes on");
        assertFalse(Files.exists(folder.resolve("postgres/data/postmaster.pid")), "a stale lock");
    }

    private static int signIn(String address, String password) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/connexion"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "login=admin&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }
}

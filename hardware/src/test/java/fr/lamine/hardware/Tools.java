package fr.lamine.hardware;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Programs of the machine that some tests need, and patience.
public final class Tools {

    private Tools() {}

    /// Leaves the test out, loudly, when the program is missing; under CI=true its lack is a failure.
    public static void need(String program, String debianPackage) {
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (there) {
            return;
        }
        lack("NOT RUN: this test needs " + program + "; install it with: apt-get install " + debianPackage);
    }

    /// Leaves the test out, loudly; under CI=true fails it.
    public static void lack(String lack) {
        if ("true".equals(System.getenv("CI"))) {
            fail(lack);
        }
        System.err.println(lack);
        abort(lack);
    }

    /// What zbarimg reads on a picture, one `TYPE:text` a line.
    public static List<String> zbarimg(byte[] png) throws IOException, InterruptedException {
        need("zbarimg", "zbar-tools");
        Path file = Files.createTempFile("paper", ".png");
        try {
            Files.write(file, png);
            Process process = new ProcessBuilder("zbarimg", "-q", file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail("zbarimg did not end");
            }
            return read.lines().toList();
        } finally {
            Files.delete(file);
        }
    }

    /// The pages of a PDF as an office printer of 300 dpi would print them, by poppler.
    public static List<byte[]> pages(byte[] pdf) throws IOException, InterruptedException {
        need("pdftoppm", "poppler-utils");
        Path folder = Files.createTempDirectory("pdf");
        try {
            Path file = Files.write(folder.resolve("pages.pdf"), pdf);
            Process process = new ProcessBuilder(
                            "pdftoppm",
                            "-r",
                            "300",
                            "-gray",
                            "-png",
                            file.toString(),
                            folder.resolve("page").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                fail("pdftoppm did not draw the pages: " + said);
            }
            List<byte[]> pages = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path page : files.filter(f -> f.toString().endsWith(".png"))
                        .sorted()
                        .toList()) {
                    pages.add(Files.readAllBytes(page));
                }
            }
            return pages;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /// Bytes in a charset as glibc understands them, which shares no table with Java.
    public static String iconv(String charset, byte[] text) throws IOException, InterruptedException {
        need("iconv", "libc-bin");
        Process process = new ProcessBuilder("iconv", "-f", charset, "-t", "UTF-8")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(text);
        }
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            fail("iconv refuses text in " + charset + ": " + read);
        }
        return read;
    }

    /// The first value that fits, within ten seconds; else fails with the last one seen.
    public static <T> T await(String what, Supplier<T> seen, Predicate<T> fits) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        T value = seen.get();
        while (!fits.test(value)) {
            if (System.nanoTime() > deadline) {
                return fail("waited for " + what + ", last saw " + value);
            }
            Thread.sleep(10);
            value = seen.get();
        }
        return value;
    }
}

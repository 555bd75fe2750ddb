package fr.lamine.model.archive;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.lamine.model.journal.Chain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The script that lies in each archive, run as a controller would.
public final class ArchiveScript {

    private ArchiveScript() {}

    public static void requireTools() throws IOException, InterruptedException {
        for (List<String> tool : List.of(List.of("jq", "--version"), List.of("openssl", "version"))) {
            boolean there = isThere(tool);
            if ("true".equals(System.getenv("CI"))) {
                assertTrue(there, tool.getFirst() + " is needed");
            }
            assumeTrue(
                    there, tool.getFirst() + " is not on this machine: archives are not checked without our program");
        }
    }

    /// What the script objects to an unpacked archive; empty when it says OK.
    public static String complaint(Path folder) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("sh", folder.resolve("verifier.sh").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(script.waitFor(5, TimeUnit.MINUTES), "the script hangs");
        return script.exitValue() == 0 && said.contains("\nOK : ") ? "" : said;
    }

    /// The list of a forger, who can sum but not sign.
    static String sums(Map<String, String> files) {
        StringBuilder sums = new StringBuilder();
        files.forEach((name, text) -> {
            if (!name.startsWith("SHA256SUMS")) {
                sums.append(Chain.sha256(text.getBytes(StandardCharsets.UTF_8)))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        });
        return sums.toString();
    }

    private static boolean isThere(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

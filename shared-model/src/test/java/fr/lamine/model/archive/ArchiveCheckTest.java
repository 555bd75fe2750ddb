package fr.lamine.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.journal.TestJournal;
import fr.lamine.model.journal.TestTill;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Archives of the second of three days, whole and meddled with.
final class ArchiveCheckTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    private static final SigningKey OFFICE = SigningKey.generate();

    @TempDir
    Path folder;

    private final TestTill till = new TestTill(TerminalId.of(901), LocalDate.of(2026, 11, 20), new Random(3))
            .day(4)
            .day(12)
            .day(2);

    private record Answer(boolean good, String text) {}

    @Test
    void anArchiveIsGoodAndSaysWhoseItIs() throws IOException {
        Path file = archive(false);
        Answer answer = verify(file, Optional.of(till.journal().fingerprint()));
        assertTrue(answer.good(), answer.text());
        assertTrue(answer.text().contains("OK : archive 2026-11-21 du poste 901"), answer.text());
        assertTrue(answer.text().contains("Le bureau a accusé réception jusqu’à l’écriture 901/1/"), answer.text());
        Answer stranger = verify(file, Optional.of("0".repeat(64)));
        assertFalse(stranger.good());
        assertTrue(stranger.text().contains("901/1/1 annonce une clé dont personne ne répond"), stranger.text());
    }

    @Test
    void weighingsVerifyByTheirHashAlone() throws IOException {
        Path file = archive(true);
        Answer answer = verify(file, Optional.empty());
        assertTrue(answer.good(), answer.text());
        String journal = read(file).get(ArchiveFile.JOURNAL.fileName());
        assertTrue(journal.contains("\"body\":null"), "a weighing lies in this day");
        assertTrue(
                journal.lines().filter(l -> l.contains("\"body\":null")).allMatch(l -> l.contains("\"weigh-in.2\"")));
        assertFalse(journal.contains("BAC-GRIS"));
    }

    @Test
    void anArchiveSpansGenerations() throws IOException {
        TestJournal journal = TestJournal.sample();
        List<Entry> entries = journal.entries().subList(2, 10);
        Path file = folder.resolve("two.zip");
        try (var out = Files.newOutputStream(file)) {
            ArchiveWriter.write(
                    out,
                    label(entries, "2026", false),
                    new ArchiveWriter.Contents(
                            journal.entries().stream()
                                    .filter(e -> e.seq() == 1 || e.type().startsWith("key-changed"))
                                    .iterator(),
                            entries.iterator(),
                            List.<Receipt>of().iterator(),
                            exported(journal, entries)),
                    journal.key(),
                    journal.fingerprint());
        }
        Answer answer = verify(file, Optional.of(journal.fingerprint()));
        assertTrue(answer.good(), answer.text());
    }

    private record Meddling(String name, String said, Consumer<Map<String, String>> deed) {}

    @TestFactory
    Stream<DynamicTest> whatIsMeddledWithIsNamed() throws IOException {
        Path good = archive(false);
        return Stream.of(
                        meddling("a byte of a body", "a un contenu qui a été changé", line("Chaise", "Chaiss")),
                        meddling(
                                "an amount",
                                "a un contenu qui a été changé",
                                line("\\\"total\\\":1800", "\\\"total\\\":1900")),
                        meddling(
                                "a time",
                                "a une empreinte fausse",
                                files -> files.computeIfPresent(
                                        "journal.jsonl",
                                        (_, text) -> text.replaceFirst("(\"recordedAt\":\"[^\"]*)[0-9]Z", "$18Z"))),
                        meddling(
                                "a signature",
                                "a une signature fausse",
                                files -> files.computeIfPresent(
                                        "journal.jsonl",
                                        (_, text) ->
                                                text.replaceFirst("(\"signature\":\"MEU?[A-Za-z])....", "$1AAAA"))),
                        meddling(
                                "a middle entry taken out",
                                "il en manque, ou l’ordre a changé",
                                keep(l -> l.remove(5))),
                        meddling(
                                "two entries swapped",
                                "il en manque, ou l’ordre a changé",
                                keep(l -> l.add(4, l.remove(7)))),
                        meddling("the last entry taken off", "sa fin a été coupée", keep(List::removeLast)),
                        meddling(
                                "the first entry taken off",
                                "qui n’est pas à sa place|son début a été coupé",
                                keep(List::removeFirst)),
                        meddling("all entries taken out", "ne contient aucune écriture", keep(List::clear)),
                        meddling(
                                "a sale without its body",
                                "ne peut pas être retiré",
                                files -> files.computeIfPresent(
                                        "journal.jsonl",
                                        (_, text) -> text.replaceFirst(
                                                "(\"type\":\"sale.2\"[^\n]*?\"body\":)\"(?:[^\"\\\\]++|\\\\.)*+\"",
                                                "$1null"))),
                        meddling(
                                "the notice",
                                "le fichier LISEZ-MOI.txt a été changé",
                                files -> files.merge("LISEZ-MOI.txt", "x", String::concat)),
                        meddling(
                                "the list of files",
                                "n’est pas celle que le poste a signée",
                                files -> files.merge("SHA256SUMS", "x", String::concat)),
                        meddling(
                                "the label",
                                "archive.json",
                                files -> files.computeIfPresent(
                                        "archive.json", (_, text) -> text.replace("\"901/1/", "\"901/2/"))),
                        meddling(
                                "a receipt forged",
                                "que le bureau n’a pas signé",
                                files -> files.computeIfPresent(
                                        "recus.jsonl",
                                        (_, text) -> text.replaceFirst("2026-11-2[0-9]T", "2026-10-01T"))),
                        meddling(
                                "a receipt for another entry",
                                "dont le bureau a accusé réception",
                                files -> files.computeIfPresent(
                                        "recus.jsonl",
                                        (_, text) -> text.replaceFirst("\"hash\":\"[0-9a-f]{4}", "\"hash\":\"0000"))),
                        meddling("no keys", "cles.jsonl ne contient aucune clé", files -> files.put("cles.jsonl", "")),
                        meddling(
                                "another's keys",
                                "est signée par une clé inconnue",
                                files -> files.put(
                                        "cles.jsonl",
                                        Json.write(new TestJournal(TerminalId.of(901))
                                                        .entries()
                                                        .getFirst()) + "\n")),
                        meddling("a file more", "un fichier de trop", files -> files.put("extra.txt", "x")),
                        meddling(
                                "a file missing",
                                "le fichier recus.jsonl manque",
                                files -> files.remove("recus.jsonl")))
                .map(m -> DynamicTest.dynamicTest(m.name(), () -> {
                    Map<String, String> files = read(good);
                    Map<String, String> before = new LinkedHashMap<>(files);
                    m.deed().accept(files);
                    assertFalse(before.equals(files), "nothing was done");
                    Answer answer = verify(zip(files), Optional.empty());
                    assertFalse(answer.good(), answer.text());
                    assertTrue(Stream.of(m.said().split("\\|")).anyMatch(answer.text()::contains), answer.text());
                }));
    }

    @Test
    void aCutZipIsNoArchive() throws IOException {
        byte[] whole = Files.readAllBytes(archive(false));
        for (int kept : List.of(whole.length - 1, whole.length / 2, 40)) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, kept));
            Answer answer = verify(cut, Optional.empty());
            assertFalse(answer.good());
            assertTrue(answer.text().contains("l’archive est abîmée"), answer.text());
        }
    }

    @Test
    void aFewProgramsOfAnySystemAgree() throws Exception {
        ArchiveScript.requireTools();
        Map<String, String> files = read(archive(true));
        assertEquals("", ArchiveScript.complaint(unpack("good", files)));
        keep(List::removeLast).accept(files);
        files.put("SHA256SUMS", ArchiveScript.sums(files));
        assertTrue(ArchiveScript.complaint(unpack("cut", files)).contains("des écritures manquent"));
    }

    private Path unpack(String name, Map<String, String> files) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
        }
        return target;
    }

    private static Meddling meddling(String name, String said, Consumer<Map<String, String>> deed) {
        return new Meddling(name, said, deed);
    }

    private static Consumer<Map<String, String>> line(String from, String to) {
        return files -> files.computeIfPresent("journal.jsonl", (_, text) -> text.replace(from, to));
    }

    private static Consumer<Map<String, String>> keep(Consumer<List<String>> deed) {
        return files -> files.computeIfPresent("journal.jsonl", (_, text) -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            deed.accept(lines);
            return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        });
    }

    private Path archive(boolean withheld) throws IOException {
        List<Entry> all = till.journal().entries();
        List<Entry> closings =
                all.stream().filter(e -> e.type().startsWith("closing.")).toList();
        List<Entry> day = all.subList(all.indexOf(closings.get(0)), all.indexOf(closings.get(1)) + 1);
        List<Receipt> receipts = day.stream()
                .filter(e -> e.seq() % 4 == 0)
                .map(e -> Receipt.sign(new Head(e.journal(), e.seq(), e.hash()), e.recordedAt(), OFFICE))
                .toList();
        Path file = folder.resolve("day-" + withheld + ".zip");
        try (var out = Files.newOutputStream(file)) {
            ArchiveWriter.write(
                    out,
                    label(day, "2026-11-21", withheld),
                    new ArchiveWriter.Contents(
                            List.of(all.getFirst()).iterator(),
                            day.iterator(),
                            receipts.iterator(),
                            exported(till.journal(), day)),
                    till.journal().key(),
                    till.journal().fingerprint());
        }
        return file;
    }

    private static Entry exported(TestJournal journal, List<Entry> entries) {
        return journal.handOut(entries.getFirst().seq(), entries.getLast());
    }

    private static ArchiveLabel label(List<Entry> entries, String period, boolean withheld) {
        FactId first = entries.getFirst().id();
        return new ArchiveLabel(
                ArchiveLabel.FORMAT,
                first.journal().terminal(),
                SampleFacts.ARCUEIL,
                period,
                first,
                entries.getLast().id(),
                withheld,
                AT,
                "0.1.0",
                OFFICE.verifyingKey().text());
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path file = folder.resolve("meddled.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static Answer verify(Path file, Optional<String> fingerprint) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean good = VerifyCommand.verify(file, fingerprint, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Answer(good, said.toString(StandardCharsets.UTF_8));
    }
}

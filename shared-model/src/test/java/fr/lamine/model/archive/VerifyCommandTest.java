package fr.lamine.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.TestJournal;
import fr.lamine.model.journal.TestTill;
import fr.lamine.model.site.TerminalId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {

    private static final TestJournal SAMPLE = TestJournal.sample();

    @TempDir
    Path folder;

    private record Answer(boolean good, String text) {}

    @Test
    void aWholeExportIsGood() {
        Answer answer = verify(TestJournal.lines(SAMPLE.entries()));
        assertTrue(answer.good(), answer.text());
        assertTrue(answer.text().contains("11 écritures vérifiées, de 901/1/1 à 901/2/4."), answer.text());
        assertTrue(answer.text().contains(SAMPLE.head().hash()));
        assertTrue(answer.text().contains(SAMPLE.key().verifyingKey().fingerprint()));
        assertTrue(answer.text()
                .endsWith(
                        "OK : aucune écriture n’a été changée, retirée ou ajoutée ; numéros et totaux se suivent.\n"));
    }

    @Test
    void theKeyOfTheEnrolmentSheetSettlesWhoseJournalItIs() {
        Path file = TestJournal.write(SAMPLE.entries(), folder.resolve("export.jsonl"));
        assertTrue(verify(file, Optional.of(SAMPLE.fingerprint())).good());
        Answer other = verify(file, Optional.of("0".repeat(64)));
        assertFalse(other.good());
        assertTrue(other.text().contains("901/1/1 (ligne 1) est signée par une clé inconnue."), other.text());
    }

    @Test
    void lineEndsDoNotMatter() {
        String lines = TestJournal.lines(SAMPLE.entries());
        assertTrue(verify(lines.stripTrailing()).good());
        assertTrue(verify(lines.replace("\n", "\r\n")).good());
    }

    @Test
    void whatIsNoExportIsRefusedInPlainWords() throws IOException {
        String first = Json.write(SAMPLE.entries().getFirst());
        assertRefused("", "ne contient aucune écriture");
        assertRefused("null\n", "la ligne 1 n’est pas une écriture");
        assertRefused("bonjour\n", "la ligne 1 n’est pas une écriture");
        assertRefused(first + "\n\n", "la ligne 2 n’est pas une écriture");
        assertRefused(first.replace("\"seq\":1", "\"seq\":0"), "la ligne 1 n’est pas une écriture");
        assertRefused("{".repeat(3_000_000), "dépasse la taille permise");
        assertRefused(first + "\n" + "x".repeat(3_000_000), "dépasse la taille permise");
        assertRefused(first.replace("lamine-journal-1", "lamine-journal-2"), "a un format inconnu");
        assertFalse(verify(folder.resolve("absent"), Optional.empty()).good());
        assertFalse(verify(folder, Optional.empty()).good());
        Path latin = Files.write(folder.resolve("latin"), "{\"é\":1}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(verify(latin, Optional.empty()).text().contains("pas du texte UTF-8"));
    }

    @Test
    void anExportWithoutItsEndIsNotGood() {
        Answer answer = verify(TestJournal.lines(SAMPLE.entries().subList(0, 6)));
        assertFalse(answer.good());
        assertTrue(answer.text().contains("sa fin peut manquer"));
    }

    @Test
    void anExportThatBeginsLaterSaysSo() {
        Answer answer = verify(TestJournal.lines(SAMPLE.entries().subList(7, 11)));
        assertTrue(answer.good(), answer.text());
        assertTrue(answer.text().contains("Les générations avant 901/2 ne sont pas dans ce fichier."), answer.text());
    }

    @Test
    void noChangedByteOfAnExportIsOverlooked() {
        byte[] good = TestJournal.lines(SAMPLE.entries()).stripTrailing().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("changed.jsonl");
        Seeded.loop(400, random -> {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            byte was = bad[at];
            bad[at] = (byte) random.nextInt(256);
            try {
                Files.write(file, bad);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Answer answer = verify(file, Optional.empty());
            assertEquals(bad[at] == was, answer.good(), "byte " + at + ": " + was + " to " + bad[at]);
        });
    }

    @Test
    void inALongExportTheFirstThingWrongIsNamed() {
        TestJournal journal = new TestJournal(TerminalId.of(901));
        for (int i = 0; i < 2_500; i++) {
            journal.add(SampleFacts.recycled());
        }
        List<Entry> entries = new ArrayList<>(journal.export().entries());
        assertTrue(verify(TestJournal.lines(entries)).good());
        entries.remove(2_400);
        assertRefused(TestJournal.lines(entries), "901/1/2402 (ligne 2401) ne suit pas");
        entries.set(2_300, forged(entries.get(2_300)));
        assertRefused(TestJournal.lines(entries), "901/1/2301 (ligne 2301) a une signature fausse");
        entries.set(2_100, forged(entries.get(2_100)));
        assertRefused(TestJournal.lines(entries), "901/1/2101 (ligne 2101) a une signature fausse");
    }

    @Test
    void aCleanJournalOfTwentyThousandEntriesIsGood() {
        TestTill till = new TestTill(TerminalId.of(901), LocalDate.of(2026, 10, 1), new Random(20_000));
        while (till.journal().entries().size() < 20_000) {
            till.day(120);
        }
        Answer answer = verify(TestJournal.lines(till.journal().export().entries()));
        assertTrue(answer.good(), answer.text());
    }

    @Test
    void anEntryThatIsSealedButDoesNotAgreeWithTheBooksIsNamed() {
        TestTill till = new TestTill(TerminalId.of(901), LocalDate.of(2026, 10, 1), new Random(1)).day(3);
        int before = till.journal().entries().size();
        till.journal().addAsItStands(till.ticket());
        assertRefused(
                TestJournal.lines(till.journal().export().entries()),
                "l’écriture 901/1/%d (ligne %d) porte le ticket n°".formatted(before + 1, before + 1));
    }

    private static Entry forged(Entry e) {
        return new Entry(
                e.format(),
                e.terminal(),
                e.generation(),
                e.seq(),
                e.recordedAt(),
                e.type(),
                e.keyId(),
                e.prevHash(),
                e.body(),
                e.bodyHash(),
                e.hash(),
                SAMPLE.key().sign(e.signedText()));
    }

    private void assertRefused(String lines, String why) {
        Answer answer = verify(lines);
        assertFalse(answer.good(), answer.text());
        assertTrue(answer.text().contains(why), answer.text());
    }

    private Answer verify(String lines) {
        try {
            return verify(Files.writeString(folder.resolve("export.jsonl"), lines), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer verify(Path file, Optional<String> fingerprint) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            boolean good = VerifyCommand.verify(file, fingerprint, new PrintStream(said, true, StandardCharsets.UTF_8));
            return new Answer(good, said.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

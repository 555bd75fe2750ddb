package fr.lamine.model.journal;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.SampleFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the golden body of a new kind of fact, and the vectors when there are none. What is there already is never
/// written again: it stands for what released versions have signed. Argument: `shared-model/src/test/resources`.
final class MakeSamples {

    private MakeSamples() {}

    public static void main(String[] args) throws IOException {
        Path resources = Path.of(args[0]);
        Path golden = Files.createDirectories(resources.resolve("golden"));
        for (Fact fact : SampleFacts.each()) {
            writeNew(golden.resolve(FactTypes.typeOf(fact) + ".json"), Json.writeFact(fact) + "\n");
        }
        Path vectors = Files.createDirectories(resources.resolve("journal")).resolve("vectors.jsonl");
        writeNew(vectors, TestJournal.lines(TestJournal.sample().entries()));
    }

    private static void writeNew(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, text);
        }
    }
}

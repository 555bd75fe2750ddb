package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.SampleFacts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bodies that released versions signed are read for ever. A golden file is never changed, only joined by others.
final class GoldenBodiesTest {

    private final Map<String, String> golden = golden();

    @Test
    void everyGoldenBodyReadsBackAndIsWrittenAgainByteByByte() {
        golden.forEach((type, body) -> {
            Fact fact = Json.readFact(type, body);
            assertEquals(type, FactTypes.typeOf(fact));
            assertEquals(body, Json.writeFact(fact), type);
        });
    }

    @Test
    void everyGoldenBodySaysWhatItSaidWhenItWasMade() {
        for (Fact fact : SampleFacts.each()) {
            String type = FactTypes.typeOf(fact);
            assertTrue(golden.containsKey(type), "no golden body of " + type + ": run MakeSamples");
            assertEquals(fact, Json.readFact(type, golden.get(type)), type);
        }
    }

    @Test
    void everyKindOfFactHasItsGoldenBody() {
        Set<Class<?>> read = golden.entrySet().stream()
                .map(e -> Json.readFact(e.getKey(), e.getValue()).getClass())
                .collect(Collectors.toSet());
        assertEquals(new HashSet<>(Arrays.asList(Fact.class.getPermittedSubclasses())), read);
    }

    @Test
    void everyBodyBeginsWithItsContext() {
        golden.forEach((type, body) -> assertTrue(body.startsWith("{\"context\":{\"site\":"), type));
    }

    @Test
    void nothingThatStandsForNothingIsAFact() {
        for (String nothing : List.of("null", "", " ", "{}", "[]", "0", "\"\"", "{\"context\":null}")) {
            for (String type : golden.keySet()) {
                assertThrows(Json.Unreadable.class, () -> Json.readFact(type, nothing), type + " " + nothing);
            }
        }
    }

    @Test
    void aBodyWithABrokenByteIsReadOrRefusedButNothingElse() {
        List<String> types = new ArrayList<>(golden.keySet());
        Seeded.loop(5_000, random -> {
            String type = types.get(random.nextInt(types.size()));
            StringBuilder body = new StringBuilder(golden.get(type));
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(3)) {
                    case 0 -> body.deleteCharAt(at);
                    case 1 -> body.insert(at, (char) random.nextInt(0x250));
                    default -> body.setCharAt(at, "0129-.eE\"{}[]:,nultr\\ \u00e9\ud800".charAt(random.nextInt(24)));
                }
            }
            try {
                Fact fact = Json.readFact(type, body.toString());
                assertEquals(type, FactTypes.typeOf(fact));
            } catch (Json.Unreadable e) {
                assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), "a refusal says why");
            }
        });
    }

    @Test
    void aBodyNestedWithoutEndIsRefused() {
        String body = golden.get("weigh-in.1").replace("\"vaisselle\"", "[".repeat(200_000));
        assertThrows(Json.Unreadable.class, () -> Json.readFact("weigh-in.1", body));
    }

    private static Map<String, String> golden() {
        try (Stream<Path> files =
                Files.list(Path.of(GoldenBodiesTest.class.getResource("/golden").toURI()))) {
            Map<String, String> bodies = new TreeMap<>();
            for (Path file : files.toList()) {
                bodies.put(
                        file.getFileName().toString().replaceFirst("\\.json$", ""),
                        Files.readString(file).stripTrailing());
            }
            return bodies;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

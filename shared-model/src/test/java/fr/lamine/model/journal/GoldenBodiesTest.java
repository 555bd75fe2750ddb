package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.Seeded;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PerpetualTotals;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    void everyGoldenBodyOfTodayReadsBackAndIsWrittenAgainByteByByte() {
        golden.forEach((type, body) -> {
            Fact fact = Json.readFact(type, body);
            if (!OldBodies.isOld(type)) {
                assertEquals(type, FactTypes.typeOf(fact));
                assertEquals(body, Json.writeFact(fact), type);
            }
        });
    }

    @Test
    void aGoldenBodyOfAnEarlierVersionIsReadAsToday() {
        assertEquals(SampleFacts.sale(), Json.readFact("sale.1", golden.get("sale.1")));
        Fact.ReferenceChanged catalog =
                (Fact.ReferenceChanged) Json.readFact("reference-changed.1", golden.get("reference-changed.1"));
        assertEquals(TillPolicy.PLAIN, catalog.catalog().till());
        Fact.JournalContinues continued =
                (Fact.JournalContinues) Json.readFact("journal-continues.1", golden.get("journal-continues.1"));
        assertEquals(new PerpetualTotals(17, 12, Money.cents(30_000), Money.cents(31_000)), continued.totals());
        assertEquals(SampleFacts.weighIn(), Json.readFact("weigh-in.1", golden.get("weigh-in.1")));
        assertEquals(SampleFacts.reversed(), Json.readFact("weigh-in-reversed.1", golden.get("weigh-in-reversed.1")));
        long old = golden.keySet().stream().filter(OldBodies::isOld).count();
        assertEquals(5, old, "each earlier version stands above");
    }

    @Test
    void aBodyOfTodayUnderAnEarlierTypeIsRefused() {
        String sale = Json.writeFact(SampleFacts.sale());
        assertThrows(Json.Unreadable.class, () -> Json.readFact("sale.1", sale));
        assertThrows(Json.Unreadable.class, () -> Json.readFact("sale.2", golden.get("sale.1")));
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
        assertEquals(kinds(Fact.class), read);
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
                assertTrue(OldBodies.isOld(type) || type.equals(FactTypes.typeOf(fact)), type);
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

    private static Set<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind).stream() : Stream.of(kind))
                .collect(Collectors.toSet());
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

package fr.lamine.model.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.SampleFacts;
import fr.lamine.model.measure.AccuracyClass;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.measure.Weight;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FactJsonTest {

    private static final Context CONTEXT = new Context(
            new SiteCode("ARCUEIL"),
            new StationCode("P1"),
            new OperatorCode("AWA"),
            Instant.parse("2026-11-23T13:32:05.000Z"),
            LocalDate.of(2026, 11, 23),
            Optional.empty(),
            3,
            "0.1.0");

    private static final Fact.WeighIn DISHES = new Fact.WeighIn(
            CONTEXT,
            new CategoryCode("vaisselle"),
            Weight.of(
                    Mass.grams(13_540),
                    Mass.grams(1_200),
                    Optional.of("BAC-GRIS"),
                    new MassProvenance.Weighed(
                            "SOL-1",
                            AccuracyClass.III,
                            Optional.of(LocalDate.of(2027, 5, 31)),
                            "ST,GS,+013.540kg",
                            true)),
            Account.from(Source.DROP_OFF),
            Account.place(new SiteCode("ARCUEIL"), Area.SORTING),
            Optional.of("Arcueil"));

    @Test
    void aWeighInReadsBackAsItWasWritten() {
        String body = Json.writeFact(DISHES);
        assertEquals("""
                {"context":{"site":"ARCUEIL","station":"P1","operator":"AWA","occurredAt":"2026-11-23T13:32:05.000Z",\
                "businessDay":"2026-11-23","tillSession":null,"referenceRevision":3,"appVersion":"0.1.0"},\
                "category":"vaisselle","weight":{"gross":13540,"tare":1200,"net":12340,"container":"BAC-GRIS",\
                "provenance":{"kind":"WEIGHED","scale":"SOL-1","accuracyClass":"III","stickerExpiry":"2027-05-31",\
                "rawFrame":"ST,GS,+013.540kg","emulated":true}},"from":"source:DROP_OFF","to":"place:ARCUEIL:SORTING",\
                "commune":"Arcueil","was":null,"beside":{"round":null,"document":null,"pieces":null}}""", body);
        assertEquals(DISHES, Json.readFact("weigh-in.2", body));
        String sorted = Json.writeFact(SampleFacts.sortedOut());
        assertTrue(
                sorted.endsWith(
                        "\"was\":\"a_classer\",\"beside\":{\"round\":null,\"document\":\"BSD-2026-0412\",\"pieces\":12}}"),
                sorted);
        assertEquals(SampleFacts.sortedOut(), Json.readFact("weigh-in.2", sorted));
    }

    @Test
    void aBodyWithSomethingMissingUnknownOrContradictoryIsUnreadable() {
        String body = Json.writeFact(DISHES);
        for (String bad : new String[] {
            body.replace("\"commune\":\"Arcueil\"", "\"comune\":\"Arcueil\""),
            body.replace(",\"commune\":\"Arcueil\"", ""),
            body.replace("12340", "12341"),
            body.replace("12340", "12340.0"),
            body.replace("\"gross\":13540", "\"gross\":\"13540\""),
            body.replace("\"gross\":13540", "\"gross\":null"),
            body.replace("vaisselle", "Vaisselle"),
            body.replace("\"vaisselle\"", "null"),
            body.replace("place:ARCUEIL:SORTING", "place:ARCUEIL"),
            body.replace("WEIGHED", "GUESSED"),
            body + "x",
            "[]",
            ""
        }) {
            assertThrows(Json.Unreadable.class, () -> Json.readFact("weigh-in.2", bad), bad);
        }
        assertThrows(Json.Unreadable.class, () -> Json.readFact("weigh-in.99", body));
    }
}

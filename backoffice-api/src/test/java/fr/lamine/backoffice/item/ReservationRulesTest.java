package fr.lamine.backoffice.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.OnlineScenario;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.item.Taking.Asked;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReservationRulesTest {

    private static final ItemCode CODE = ItemCode.of(101, 7);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /// P published, W withdrawn, O1 ordered under that number, C1 cancelled, D1 sent, R1 something else sent,
    /// S sold at the till, G given, B brought back; in the order in which they occurred.
    /// Postings: ">" aside, "<" back on the shelf.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "P,                 >,    true,  ''",
        "P P,               >,    true,  ''",
        "P W,               ><,   false, ''",
        "W P,               >,    true,  ''",
        "P S,               ><,   false, LISTING_LOST",
        "P S W,             ><,   false, ''",
        "S P,               '',   false, LISTING_LOST",
        "P S B,             ><>,  true,  ''",
        "P G,               ><,   false, LISTING_LOST",
        "P O1,              >,    true,  ''",
        "O1,                >,    true,  ''",
        "P O1 D1,           ><,   false, ''",
        "P O1 S,            ><,   false, ONLINE_ORDER_LOST",
        "P S O1,            ><,   false, ONLINE_ORDER_LOST",
        "P O1 S C1,         ><,   false, ''",
        "P O1 S R1,         ><,   false, ''",
        "P O1 C1,           ><,   false, ''",
        "P O1 C1 P,         ><>,  true,  ''",
        "C1 O1,             '',   false, ''",
        "P O1 O2,           >,    true,  ONLINE_ORDER_LOST",
        "P O1 O2 C1,        >,    true,  ''",
        "P O1 O2 D1,        ><,   false, ONLINE_ORDER_LOST",
        "P O1 O1,           >,    true,  ''",
        "S,                 '',   false, ''"
    })
    void aThingStandsAsideWhileItIsThereAndSomebodyOnlineMayHaveIt(
            String steps, String postings, boolean aside, String found) {
        List<Taking> takings = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        int minute = 0;
        for (String step : steps.split(" ")) {
            add(step, ++minute, takings, claims);
        }
        Reservation reservation = ReservationRules.fold(CODE, Optional.of(label(1)), takings, claims);
        assertEquals(
                postings,
                reservation.postings().stream()
                        .map(p -> ((Place) p.movement().to()).area() == Area.RESERVED ? ">" : "<")
                        .collect(Collectors.joining()));
        assertEquals(aside, reservation.channel().isPresent());
        assertEquals(
                aside ? Optional.of("place:ARCUEIL:RESERVED") : Optional.empty(),
                reservation.place().map(Place::code));
        assertEquals(
                found,
                reservation.discrepancies().stream().map(d -> d.kind().name()).collect(Collectors.joining(" ")));
        Collections.shuffle(takings, new Random(minute));
        Collections.shuffle(claims, new Random(minute));
        assertEquals(reservation, ReservationRules.fold(CODE, Optional.of(label(1)), takings, claims));
    }

    @ParameterizedTest(name = "{0} pieces, {1}")
    @CsvSource({
        "3, P S,        >",
        "3, P S S,      >",
        "3, P S S S,    ><",
        "2, P O1 O2,    >",
        "2, O1 D1 O2 S, ><><",
    })
    void aLotStandsAsideUntilItsLastPieceHasGone(int pieces, String steps, String postings) {
        List<Taking> takings = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        int minute = 0;
        for (String step : steps.split(" ")) {
            add(step, ++minute, takings, claims);
        }
        Reservation reservation = ReservationRules.fold(CODE, Optional.of(label(pieces)), takings, claims);
        assertEquals(
                postings,
                reservation.postings().stream()
                        .map(p -> ((Place) p.movement().to()).area() == Area.RESERVED ? ">" : "<")
                        .collect(Collectors.joining()));
        reservation
                .postings()
                .forEach(p -> assertEquals(250, p.movement().mass().grams(), "one piece"));
    }

    @ParameterizedTest
    @CsvSource({"O1, ONLINE_ORDER_LOST", "P, LISTING_LOST", "P W, ''", "O1 C1, ''"})
    void whatHasNoLabelMovesNothingAndIsAskedAbout(String steps, String found) {
        List<Claim> claims = new ArrayList<>();
        int minute = 0;
        for (String step : steps.split(" ")) {
            add(step, ++minute, new ArrayList<>(), claims);
        }
        Reservation reservation = ReservationRules.fold(CODE, Optional.empty(), List.of(), claims);
        assertEquals(List.of(), reservation.postings());
        assertEquals(
                found,
                reservation.discrepancies().stream().map(d -> d.kind().name()).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P O1 S | La commande LABEL-EMMAUS/N1 attend l’article CODE, vendu en caisse\u202f: remplacez-le, ou annulez et remboursez.",
                "P S    | L’article CODE est publié sur LABEL-EMMAUS, vendu en caisse\u202f: retirez l’annonce.",
                "O1 O2  | La commande LABEL-EMMAUS/N2 attend l’article CODE, qu’une autre commande attend déjà\u202f: remplacez-le, ou annulez et remboursez."
            })
    void theTaskIsSaidInOneSentence(String steps, String sentence) {
        List<Taking> takings = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        int minute = 0;
        for (String step : steps.split(" ")) {
            add(step, ++minute, takings, claims);
        }
        List<Discrepancy> found = ReservationRules.fold(CODE, Optional.of(label(1)), takings, claims)
                .discrepancies();
        assertEquals(1, found.size());
        assertEquals(sentence.replace("CODE", CODE.spaced()), found.getFirst().text());
        assertTrue(found.getFirst().scope().equals("item:" + CODE), "it is judged with its item");
    }

    private static void add(String step, int minute, List<Taking> takings, List<Claim> claims) {
        Optional<OrderNumber> order = Optional.of(step.substring(1))
                .filter(number -> !number.isEmpty())
                .map(number -> new OrderNumber(OnlineScenario.CHANNEL, "N" + number));
        switch (step.charAt(0)) {
            case 'P' -> claims.add(claim(minute, Claim.Way.PUBLISHED, order));
            case 'W' -> claims.add(claim(minute, Claim.Way.WITHDRAWN, order));
            case 'O' -> claims.add(claim(minute, Claim.Way.ORDERED, order));
            case 'C', 'R' -> claims.add(claim(minute, Claim.Way.SETTLED, order));
            case 'D' -> {
                claims.add(claim(minute, Claim.Way.SETTLED, order));
                takings.add(taking(minute, Taking.Way.SENT));
            }
            case 'S' -> takings.add(taking(minute, Taking.Way.SOLD));
            case 'V' -> takings.add(taking(minute, Taking.Way.VOIDED));
            case 'G' -> takings.add(taking(minute, Taking.Way.GIVEN));
            case 'B' -> takings.add(taking(minute, Taking.Way.BACK));
            default -> throw new IllegalArgumentException(step);
        }
    }

    private static Claim claim(int minute, Claim.Way way, Optional<OrderNumber> order) {
        return new Claim(
                FactId.parse("OFFICE/1/" + minute),
                order.isPresent() ? 1 : 0,
                AT.plusSeconds(60L * minute),
                DAY,
                TestFacts.ARCUEIL,
                way,
                way == Claim.Way.WITHDRAWN ? Optional.empty() : Optional.of(OnlineScenario.CHANNEL),
                order,
                way == Claim.Way.PUBLISHED ? Optional.of(new Place(TestFacts.ARCUEIL, Area.SHOP)) : Optional.empty());
    }

    private static Taking taking(int minute, Taking.Way way) {
        return new Taking(
                FactId.parse((way == Taking.Way.SENT ? "OFFICE/1/" : "102/1/") + minute),
                1,
                AT.plusSeconds(60L * minute),
                DAY,
                TestFacts.ARCUEIL,
                1,
                Mass.grams(250),
                way,
                way == Taking.Way.SOLD
                        ? Optional.of(
                                new Asked(TestFacts.DISHES, Money.cents(200), PriceOrigin.LABEL, Money.cents(200)))
                        : Optional.empty());
    }

    private static Label label(int pieces) {
        return new Label(
                FactId.parse("101/1/5"),
                AT,
                DAY,
                TestFacts.ARCUEIL,
                CODE,
                TestFacts.DISHES,
                "Service",
                pieces,
                Mass.grams(250L * pieces),
                Mass.grams(250),
                Money.cents(200),
                Money.cents(200L * pieces),
                new Place(TestFacts.ARCUEIL, Area.SHOP),
                Optional.empty());
    }
}

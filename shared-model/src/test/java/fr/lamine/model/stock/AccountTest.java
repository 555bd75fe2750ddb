package fr.lamine.model.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountTest {

    private static final SiteCode ARCUEIL = new SiteCode("ARCUEIL");

    @Test
    void everyAccountReadsBackFromItsCodeAndNoTwoShareOne() {
        List<Account> all = all();
        HashSet<String> codes = new HashSet<>();
        for (Account account : all) {
            assertEquals(account, Account.parse(account.code()));
            assertTrue(codes.add(account.code()), account.code());
        }
    }

    @Test
    void theCodesInSignedFactsNeverChange() {
        assertEquals(
                "place:ARCUEIL:SORTING", Account.place(ARCUEIL, Area.SORTING).code());
        assertEquals("transit:T-901-12", new Account.Transit("T-901-12").code());
        assertEquals("source:DROP_OFF", Account.from(Source.DROP_OFF).code());
        assertEquals("outcome:RECYCLED:ecologic", new Account.Gone(Outcome.RECYCLED, Optional.of("ecologic")).code());
        assertEquals("adjustment:ARCUEIL:ROUNDING", new Account.Adjustment(ARCUEIL, Cause.ROUNDING).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "place",
                "place:ARCUEIL",
                "place:ARCUEIL:CELLAR",
                "place:arcueil:SHOP",
                "place:ARCUEIL:SHOP:1",
                "transit:",
                "transit:a b",
                "source:MOON",
                "source:DROP_OFF:",
                "source:DROP_OFF:a:b",
                "outcome:sold",
                "adjustment:ARCUEIL",
                "Place:ARCUEIL:SHOP"
            })
    void whatIsNoAccountIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> Account.parse(code));
    }

    @Test
    void stockIsWhatStandsWithUsOrIsOnItsWay() {
        assertTrue(Account.place(ARCUEIL, Area.WORKSHOP).isStock() && new Account.Transit("T1").isStock());
        for (Account outside : List.of(
                Account.from(Source.STREET),
                Account.gone(Outcome.SOLD),
                new Account.Adjustment(ARCUEIL, Cause.COUNT))) {
            assertTrue(!outside.isStock(), outside.code());
        }
    }

    @Test
    void anAccountStandsInTheBooksOfItsSite() {
        assertEquals(Optional.of(ARCUEIL), Account.place(ARCUEIL, Area.SHOP).books());
        assertEquals(Optional.of(ARCUEIL), new Account.Adjustment(ARCUEIL, Cause.THEFT).books());
        assertEquals(Optional.empty(), Account.gone(Outcome.WASTE).books());
    }

    @Test
    void aMovementMovesSomething() {
        assertThrows(IllegalArgumentException.class, () -> movement(0, 0));
        assertThrows(IllegalArgumentException.class, () -> movement(10, -1));
        assertEquals(Mass.grams(-10), movement(-10, 0).mass());
    }

    private static Movement movement(long grams, int pieces) {
        CategoryCode dishes = new CategoryCode("vaisselle");
        return new Movement(
                Account.from(Source.DROP_OFF),
                Account.place(ARCUEIL, Area.SORTING),
                dishes,
                dishes,
                Mass.grams(grams),
                pieces,
                Optional.empty(),
                MassProvenance.Kind.TYPED);
    }

    private static List<Account> all() {
        List<Account> all = new ArrayList<>();
        for (Area area : Area.values()) {
            all.add(Account.place(ARCUEIL, area));
            all.add(Account.place(new SiteCode("EN-LIGNE"), area));
        }
        for (Source source : Source.values()) {
            all.add(Account.from(source));
            all.add(new Account.From(source, Optional.of("rived-3")));
        }
        for (Outcome outcome : Outcome.values()) {
            all.add(Account.gone(outcome));
            all.add(new Account.Gone(outcome, Optional.of("Ecologic")));
        }
        for (Cause cause : Cause.values()) {
            all.add(new Account.Adjustment(ARCUEIL, cause));
        }
        all.add(new Account.Transit("T-901-12"));
        return all;
    }
}

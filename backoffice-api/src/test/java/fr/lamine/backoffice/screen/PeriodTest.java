package fr.lamine.backoffice.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31, 2026",
        "2026-11, 2026-11-01, 2026-11-30, Novembre 2026",
        "2024-02, 2024-02-01, 2024-02-29, Février 2024",
        "2026-11-23, 2026-11-23, 2026-11-23, 23/11/2026",
        "2026-11-02_2026-11-15, 2026-11-02, 2026-11-15, Du 02/11/2026 au 15/11/2026"
    })
    void anAddressNamesAPeriodAndAPeriodItsAddress(String code, LocalDate from, LocalDate to, String label) {
        Period period = Period.parse(code).orElseThrow();
        assertEquals(new Period(from, to), period);
        assertEquals(code, period.code());
        assertEquals(label, period.label());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hier",
                "2026-13",
                "2026-02-30",
                "1999",
                "2101-01-01",
                "2026-11-15_2026-11-02",
                "0001",
                "20 26"
            })
    void whatNamesNoPeriodIsNoPeriod(String code) {
        assertEquals(Optional.empty(), Period.parse(code));
    }

    @Test
    void aWholeMonthChosenByItsDaysIsThatMonth() {
        assertEquals(
                "2026-11", Period.parse("2026-11-01_2026-11-30").orElseThrow().code());
    }

    @Test
    void thePeriodsOfferedAreAllDifferentAndBeginWithToday() {
        List<Period> offered = Period.offered(LocalDate.of(2026, 11, 23));
        assertEquals(offered.size(), new HashSet<>(offered).size());
        assertEquals(Period.day(LocalDate.of(2026, 11, 23)), offered.getFirst());
        assertTrue(offered.contains(Period.parse("2025-12").orElseThrow()));
    }

    @Test
    void aSiteHoldsItsOwnPlacesAndAllSitesHoldThemAll() {
        SiteCode arcueil = new SiteCode("ARCUEIL");
        Account shop = Account.place(arcueil, Area.SHOP);
        Account other = Account.place(new SiteCode("GENTILLY"), Area.SHOP);
        Period day = Period.parse("2026-11-23").orElseThrow();
        Scope one = new Scope(Optional.of(arcueil), day);
        assertTrue(one.holds(shop) && !one.holds(other));
        assertTrue(new Scope(Optional.empty(), day).holds(other));
        assertEquals(
                "/ventes?periode=2026-11-23&site=ARCUEIL", one.at("/ventes").toString());
    }

    @Test
    void aQuestionIsWrittenSoThatItComesBackWhole() {
        assertEquals(
                "/articles?code=a%26b%3D%C3%A9+c",
                Address.to("/articles").with("code", "a&b=é c").toString());
        assertEquals(
                "/articles",
                Address.to("/articles").with("code", Optional.empty()).toString());
    }
}

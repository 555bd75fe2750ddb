package fr.lamine.model.catalog;

import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.site.SiteCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How the tills sell (*réglages de caisse*), valid within one reference revision.
///
/// @param cashCap             most cash kept for one ticket (CMF D112-3)
/// @param differenceThreshold a cash difference beyond it needs a manager's word
/// @param cashierReduction    most that a cashier may take off a line or ticket, in hundredths of a percent
/// @param guaranteed          categories whose receipt states the legal guarantee (C. conso. D211-6), with all below
/// them
public record TillPolicy(
        Company company,
        Money cashCap,
        Money differenceThreshold,
        int cashierReduction,
        List<VatRule> vat,
        List<CategoryCode> guaranteed,
        List<DatedPrices> prices,
        List<Campaign> campaigns,
        List<AgeMarkdown> markdowns,
        List<Article> articles) {

    public static final TillPolicy PLAIN = new TillPolicy(
            Company.UNNAMED,
            Money.cents(100_000),
            Money.cents(500),
            1_000,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private static final int MOST = 200;

    public TillPolicy {
        vat = List.copyOf(vat);
        guaranteed = List.copyOf(guaranteed);
        prices = List.copyOf(prices);
        campaigns = List.copyOf(campaigns);
        markdowns = List.copyOf(markdowns);
        articles = List.copyOf(articles);
        if (cashCap.isNegative() || differenceThreshold.isNegative()) {
            throw new IllegalArgumentException("a cap or threshold below zero");
        }
        if (cashierReduction < 0 || cashierReduction > 10_000) {
            throw new IllegalArgumentException("a reduction of " + cashierReduction);
        }
        if (Math.max(vat.size(), Math.max(prices.size(), Math.max(campaigns.size(), articles.size()))) > MOST) {
            throw new IllegalArgumentException("a policy beyond its bounds");
        }
        if (articles.stream().map(Article::code).distinct().count() < articles.size()
                || campaigns.stream().map(Campaign::code).distinct().count() < campaigns.size()) {
            throw new IllegalArgumentException("an article or a campaign stands twice");
        }
    }

    /// The rule for goods on a day: the most precise one, and among equals the latest; empty when none holds.
    public Optional<VatRule> vat(CategoryCode category, SiteCode site, LocalDate day) {
        return vat.stream()
                .filter(rule -> rule.holds(category, site, day))
                .max(Comparator.comparingInt(VatRule::precision).thenComparing(VatRule::from));
    }

    /// The rule of the house for a day, or else `regime` at no rate.
    public VatRule vatOrElse(CategoryCode category, SiteCode site, LocalDate day, VatRegime regime) {
        return vat(category, site, day)
                .orElseGet(() -> new VatRule(
                        Optional.empty(),
                        Optional.empty(),
                        day,
                        regime == VatRegime.STANDARD ? VatRegime.EXEMPT_261_7 : regime,
                        0));
    }

    /// The latest dated prices that hold on a day; empty when the category's own prices do.
    public Optional<List<Money>> prices(CategoryCode category, LocalDate day) {
        return prices.stream()
                .filter(p -> p.category().equals(category) && !day.isBefore(p.from()))
                .max(Comparator.comparing(DatedPrices::from))
                .map(DatedPrices::prices);
    }

    /// The campaign that takes most off, if one holds.
    public Optional<Campaign> campaign(CategoryCode category, SiteCode site, LocalDate day) {
        return campaigns.stream()
                .filter(c -> c.holds(category, site, day))
                .max(Comparator.comparingInt(Campaign::basisPoints));
    }

    /// The markdown that takes most off a label of this age, if one holds.
    public Optional<AgeMarkdown> markdown(CategoryCode category, long daysOld) {
        return markdowns.stream()
                .filter(m -> m.holds(category, daysOld))
                .max(Comparator.comparingInt(AgeMarkdown::basisPoints));
    }

    public Optional<Article> article(String code) {
        return articles.stream().filter(a -> a.code().equals(code)).findFirst();
    }
}

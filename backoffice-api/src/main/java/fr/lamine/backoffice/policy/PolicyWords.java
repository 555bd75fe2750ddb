package fr.lamine.backoffice.policy;

import static fr.lamine.backoffice.platform.Texts.counted;
import static fr.lamine.backoffice.platform.Texts.t;
import static fr.lamine.backoffice.platform.Texts.word;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.model.catalog.AgeMarkdown;
import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Campaign;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.DatedPrices;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.text.French;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says settings in a line each, and puts them back into their form.
record PolicyWords(Names names, TillPolicy till) {

    /// One of a list: what it is, then what it does.
    public record Line(String what, String does) {}

    /// What a topic holds, in a line.
    String summary(Topic topic) {
        return switch (topic) {
            case COMPANY ->
                t(
                        "policy.sum.company",
                        till.company().name(),
                        till.company().siret().isEmpty()
                                ? t("policy.missing")
                                : till.company().siret());
            case SITES -> names.sites().stream().map(Site::name).collect(Collectors.joining(", "));
            case LIMITS ->
                t(
                        "policy.sum.limits",
                        French.euros(till.cashCap()),
                        French.euros(till.differenceThreshold()),
                        percent(till.cashierReduction()));
            case VAT ->
                till.vat().isEmpty()
                        ? word(names.catalog().vatRegime())
                        : counted("policy.sum", till.vat().size());
            case PRICES -> counted("policy.sum", till.prices().size());
            case CAMPAIGNS -> counted("policy.sum", till.campaigns().size());
            case MARKDOWNS -> counted("policy.sum", till.markdowns().size());
            case ARTICLES -> counted("policy.sum", till.articles().size());
            case GUARANTEE -> categories(till.guaranteed(), t("policy.none"));
        };
    }

    List<Line> lines(Topic topic) {
        return switch (topic) {
            case SITES ->
                names.sites().stream()
                        .map(site -> new Line(site.name(), site.address()))
                        .toList();
            case VAT -> till.vat().stream().map(this::line).toList();
            case PRICES -> till.prices().stream().map(this::line).toList();
            case CAMPAIGNS -> till.campaigns().stream().map(this::line).toList();
            case MARKDOWNS -> till.markdowns().stream().map(this::line).toList();
            case ARTICLES -> till.articles().stream().map(this::line).toList();
            case COMPANY, LIMITS, GUARANTEE -> List.of();
        };
    }

    private Line line(VatRule rule) {
        String what = rule.category().map(names::category).orElse(t("policy.every-category")) + " · "
                + rule.site().map(names::site).orElse(t("scope.all-sites"));
        String rate = rule.basisPoints() > 0 ? " · " + percent(rule.basisPoints()) : "";
        return new Line(what, t("policy.from-day", French.day(rule.from()), word(rule.regime()) + rate));
    }

    private Line line(DatedPrices prices) {
        return new Line(
                names.category(prices.category()),
                t(
                        "policy.from-day",
                        French.day(prices.from()),
                        prices.prices().stream().map(French::euros).collect(Collectors.joining(" · "))));
    }

    private Line line(Campaign campaign) {
        String days = campaign.days().isEmpty()
                ? t("policy.every-day")
                : campaign.days().stream().map(day -> word(day)).collect(Collectors.joining(", "));
        String sites = campaign.sites().isEmpty()
                ? t("scope.all-sites")
                : campaign.sites().stream().map(names::site).collect(Collectors.joining(", "));
        return new Line(
                campaign.name() + " · −" + percent(campaign.basisPoints()),
                t("period.range", French.day(campaign.from()), French.day(campaign.to())) + " · " + days + " · " + sites
                        + " · " + categories(campaign.categories(), t("policy.every-category")));
    }

    private Line line(AgeMarkdown markdown) {
        return new Line(
                t("policy.after-days", French.count(markdown.afterDays())),
                "−" + percent(markdown.basisPoints()) + " · "
                        + categories(markdown.categories(), t("policy.every-category")));
    }

    private Line line(Article article) {
        return new Line(
                article.name(),
                word(article.kind()) + " · "
                        + article.price().map(French::euros).orElse(t("policy.no-price"))
                        + article.category().map(c -> " · " + names.category(c)).orElse("")
                        + article.mass().map(mass -> " · " + French.kg(mass)).orElse(""));
    }

    private String categories(List<CategoryCode> categories, String none) {
        return categories.isEmpty()
                ? none
                : categories.stream().map(names::category).collect(Collectors.joining(", "));
    }

    /// `20 %`, `5,5 %`
    private static String percent(int basisPoints) {
        return share(basisPoints) + French.NARROW + "%";
    }

    private static String share(int basisPoints) {
        String decimal = French.amount(Money.cents(basisPoints));
        return decimal.replaceAll(",?0+$", "").isEmpty() || basisPoints % 100 == 0
                ? String.valueOf(basisPoints / 100)
                : decimal.replaceAll("0+$", "");
    }

    /// The form as it stands when its page opens.
    Answers answers(Topic topic, Optional<Integer> row) {
        return switch (topic) {
            case COMPANY ->
                Answers.NONE
                        .with("name", till.company().name())
                        .with("siret", till.company().siret())
                        .with("ape", till.company().ape())
                        .with("vat", till.company().vatNumber().orElse(""));
            case LIMITS ->
                Answers.NONE
                        .with("cashCap", French.amount(till.cashCap()))
                        .with("threshold", French.amount(till.differenceThreshold()))
                        .with("reduction", share(till.cashierReduction()));
            case GUARANTEE -> Answers.NONE.with("categories", codes(till.guaranteed()));
            case SITES ->
                at(names.sites(), row)
                        .map(site -> Answers.NONE.with("name", site.name()).with("address", site.address()))
                        .orElse(Answers.NONE);
            case VAT -> at(till.vat(), row).map(this::answers).orElse(Answers.NONE);
            case PRICES -> at(till.prices(), row).map(this::answers).orElse(Answers.NONE);
            case CAMPAIGNS -> at(till.campaigns(), row).map(this::answers).orElse(Answers.NONE);
            case MARKDOWNS -> at(till.markdowns(), row).map(this::answers).orElse(Answers.NONE);
            case ARTICLES -> at(till.articles(), row).map(this::answers).orElse(Answers.NONE);
        };
    }

    private static <T> Optional<T> at(List<T> all, Optional<Integer> row) {
        return row.filter(i -> i < all.size()).map(all::get);
    }

    private Answers answers(VatRule rule) {
        return Answers.NONE
                .with("category", rule.category().map(CategoryCode::code).orElse(""))
                .with("site", rule.site().map(SiteCode::code).orElse(""))
                .with("from", rule.from().toString())
                .with("regime", rule.regime().name())
                .with("rate", rule.basisPoints() > 0 ? share(rule.basisPoints()) : "");
    }

    private Answers answers(DatedPrices prices) {
        return Answers.NONE
                .with("category", prices.category().code())
                .with("from", prices.from().toString())
                .with("prices", prices.prices().stream().map(French::amount).collect(Collectors.joining(" ; ")));
    }

    private Answers answers(Campaign campaign) {
        return Answers.NONE
                .with("name", campaign.name())
                .with("from", campaign.from().toString())
                .with("to", campaign.to().toString())
                .with("days", campaign.days().stream().map(Enum::name).toList())
                .with("sites", campaign.sites().stream().map(SiteCode::code).toList())
                .with("categories", codes(campaign.categories()))
                .with("percent", share(campaign.basisPoints()));
    }

    private Answers answers(AgeMarkdown markdown) {
        return Answers.NONE
                .with("days", String.valueOf(markdown.afterDays()))
                .with("percent", share(markdown.basisPoints()))
                .with("categories", codes(markdown.categories()));
    }

    private Answers answers(Article article) {
        return Answers.NONE
                .with("kind", article.kind().name())
                .with("name", article.name())
                .with("category", article.category().map(CategoryCode::code).orElse(""))
                .with("price", article.price().map(French::amount).orElse(""))
                .with("mass", article.mass().map(PolicyWords::kilos).orElse(""));
    }

    private static String kilos(Mass mass) {
        return French.kilos(mass);
    }

    private static List<String> codes(List<CategoryCode> categories) {
        return categories.stream().map(CategoryCode::code).toList();
    }
}

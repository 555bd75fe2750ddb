package fr.lamine.backoffice.policy;

import fr.lamine.model.catalog.AgeMarkdown;
import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Campaign;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.catalog.DatedPrices;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.text.French;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the form of a topic and says what the settings are after it.
final class PolicyRules {

    private static final int MOST = 200;

    private final Catalog catalog;
    private final Answers answers;

    private PolicyRules(Catalog catalog, Answers answers) {
        this.catalog = catalog;
        this.answers = answers;
    }

    /// What came of a form.
    sealed interface Outcome {
        record Changed(Catalog catalog) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    private static final class NotSo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSo(String sentence) {
            super(sentence);
        }
    }

    /// @param row which one of a list is changed, from 0; absent for one more
    static Outcome set(Catalog catalog, Topic topic, Optional<Integer> row, Answers answers) {
        try {
            return new Outcome.Changed(new PolicyRules(catalog, answers).changed(topic, row));
        } catch (NotSo no) {
            return new Outcome.Refused(no.getMessage());
        }
    }

    /// Takes one of a list away.
    static Outcome remove(Catalog catalog, Topic topic, int row) {
        TillPolicy till = catalog.till();
        try {
            return new Outcome.Changed(
                    switch (topic) {
                        case SITES -> with(catalog, without(catalog.sites(), row));
                        case VAT -> with(catalog, vat(till, without(till.vat(), row)));
                        case PRICES -> with(catalog, prices(till, without(till.prices(), row)));
                        case CAMPAIGNS -> with(catalog, campaigns(till, without(till.campaigns(), row)));
                        case MARKDOWNS -> with(catalog, markdowns(till, without(till.markdowns(), row)));
                        case ARTICLES -> with(catalog, articles(till, without(till.articles(), row)));
                        case COMPANY, LIMITS, GUARANTEE -> throw new NotSo("Cela ne se retire pas : videz les champs.");
                    });
        } catch (NotSo no) {
            return new Outcome.Refused(no.getMessage());
        }
    }

    private Catalog changed(Topic topic, Optional<Integer> row) {
        TillPolicy till = catalog.till();
        return switch (topic) {
            case COMPANY -> with(catalog, company(till, company()));
            case SITES -> with(catalog, put(catalog.sites(), row, site(row)));
            case LIMITS -> with(catalog, limits(till));
            case VAT -> with(catalog, vat(till, put(till.vat(), row, vatRule())));
            case PRICES -> with(catalog, prices(till, put(till.prices(), row, datedPrices())));
            case CAMPAIGNS -> with(catalog, campaigns(till, put(till.campaigns(), row, campaign(row))));
            case MARKDOWNS -> with(catalog, markdowns(till, put(till.markdowns(), row, markdown())));
            case ARTICLES -> with(catalog, articles(till, put(till.articles(), row, article(row))));
            case GUARANTEE -> with(catalog, guaranteed(till, categories("categories")));
        };
    }

    private static Catalog with(Catalog catalog, TillPolicy policy) {
        return new Catalog(catalog.sites(), catalog.categories(), catalog.containers(), catalog.vatRegime(), policy);
    }

    private static Catalog with(Catalog catalog, List<Site> sites) {
        return new Catalog(sites, catalog.categories(), catalog.containers(), catalog.vatRegime(), catalog.till());
    }

    /// A place keeps its code for ever, for facts name it; a new one keeps the hours of the first.
    private Site site(Optional<Integer> row) {
        List<Site> all = catalog.sites();
        String code = code(name(60), row, all.stream().map(s -> s.code().code()).toList());
        require(SiteCode.isCode(code), "Donnez un nom qui commence par une lettre, et qui soit nouveau.");
        Site like = all.get(row.orElse(0));
        String name = name(60);
        boolean taken = all.stream()
                .anyMatch(s -> !s.code().code().equals(code) && s.name().equalsIgnoreCase(name));
        require(!taken, "Un autre lieu a déjà ce nom.");
        String address = answers.text("address");
        require(address.codePoints().noneMatch(Character::isISOControl), "Cette adresse n’est pas lisible.");
        return new Site(new SiteCode(code), name, address, like.zone(), like.cutOff());
    }

    private static <T> List<T> put(List<T> all, Optional<Integer> row, T one) {
        List<T> changed = new ArrayList<>(all);
        if (row.isEmpty()) {
            require(changed.size() < MOST, "La liste est pleine : retirez ce qui ne sert plus.");
            changed.add(one);
        } else {
            require(row.get() < changed.size(), "Cette ligne n’existe plus.");
            changed.set(row.get(), one);
        }
        return changed;
    }

    private static <T> List<T> without(List<T> all, int row) {
        require(row >= 0 && row < all.size(), "Cette ligne n’existe plus.");
        List<T> changed = new ArrayList<>(all);
        changed.remove(row);
        return changed;
    }

    private Company company() {
        String siret = answers.text("siret").replaceAll("\\s", "");
        String ape = answers.text("ape").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        String vat = answers.text("vat").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        require(siret.matches("|[0-9]{14}"), "Un SIRET a 14 chiffres.");
        require(ape.matches("|[0-9]{2}\\.?[0-9]{2}[A-Z]"), "Un code APE s’écrit comme 38.32Z.");
        require(
                vat.matches("|[A-Z]{2}[0-9A-Z]{2,13}"),
                "Un numéro de TVA commence par deux lettres, comme FR40123456789.");
        return new Company(name(60), siret, ape, Optional.of(vat).filter(text -> !text.isEmpty()));
    }

    private String name(int most) {
        String name = answers.text("name").replaceAll("\\s+", " ");
        require(
                !name.isBlank() && name.length() <= most && name.codePoints().noneMatch(Character::isISOControl),
                "Donnez un nom, en " + most + " caractères au plus.");
        return name;
    }

    private TillPolicy limits(TillPolicy till) {
        return new TillPolicy(
                till.company(),
                euros("cashCap"),
                euros("threshold"),
                share("reduction", 0),
                till.vat(),
                till.guaranteed(),
                till.prices(),
                till.campaigns(),
                till.markdowns(),
                till.articles());
    }

    private VatRule vatRule() {
        VatRegime regime = constant("regime", VatRegime::valueOf);
        boolean taxed = regime == VatRegime.STANDARD;
        int rate = taxed ? share("rate", 1) : 0;
        require(taxed || answers.text("rate").isEmpty(), "Un taux ne va qu’avec le régime « taxé ».");
        return new VatRule(
                categories("category").stream().findFirst(),
                sites("site").stream().findFirst(),
                day("from"),
                regime,
                rate);
    }

    private DatedPrices datedPrices() {
        List<Money> prices = Stream.of(answers.text("prices").split("[;/\\s]+"))
                .filter(text -> !text.isEmpty() && !text.equals("€"))
                .map(text -> French.parseEuros(text)
                        .orElseThrow(() -> new NotSo("« " + text + " » n’est pas un prix en euros.")))
                .distinct()
                .sorted()
                .toList();
        require(!prices.isEmpty() && prices.size() <= 6, "Donnez de 1 à 6 prix.");
        CategoryCode category =
                categories("category").stream().findFirst().orElseThrow(() -> new NotSo("Choisissez une catégorie."));
        return new DatedPrices(category, day("from"), prices);
    }

    private Campaign campaign(Optional<Integer> row) {
        String name = name(40);
        LocalDate from = day("from");
        LocalDate to = day("to");
        require(!to.isBefore(from), "La campagne finit avant de commencer.");
        List<Campaign> all = catalog.till().campaigns();
        return new Campaign(
                code(name, row, all.stream().map(Campaign::code).toList()),
                name,
                from,
                to,
                Stream.of(DayOfWeek.values())
                        .filter(day -> answers.holds("days", day.name()))
                        .toList(),
                sites("sites"),
                categories("categories"),
                share("percent", 1));
    }

    private AgeMarkdown markdown() {
        String days = answers.text("days");
        require(days.matches("[1-9][0-9]{0,3}") && Integer.parseInt(days) <= 3_650, "Donnez de 1 à 3 650 jours.");
        return new AgeMarkdown(Integer.parseInt(days), share("percent", 1), categories("categories"));
    }

    private Article article(Optional<Integer> row) {
        Article.Kind kind = constant("kind", Article.Kind::valueOf);
        String name = name(40);
        Optional<Money> price = answers.text("price").isEmpty() ? Optional.empty() : Optional.of(euros("price"));
        require(price.filter(money -> !money.isPositive()).isEmpty(), "Un prix est au-dessus de zéro.");
        require(kind != Article.Kind.BAG || price.isPresent(), "Un sac à remplir a un prix.");
        Optional<CategoryCode> category = categories("category").stream().findFirst();
        require(
                category.isPresent() == kind.isGoods(),
                kind.isGoods()
                        ? "Choisissez la catégorie où ses kilos comptent."
                        : "Seuls des objets ont une catégorie : laissez ce champ vide.");
        Optional<Mass> mass = answers.text("mass").isEmpty()
                ? Optional.empty()
                : Optional.of(French.parseKilos(answers.text("mass"))
                        .filter(Mass::isPositive)
                        .orElseThrow(() -> new NotSo("Le poids se donne en kilos, comme 3,5.")));
        require(mass.isEmpty() || kind.isGoods(), "Seuls des objets ont un poids : laissez ce champ vide.");
        return new Article(
                code(
                        name,
                        row,
                        catalog.till().articles().stream().map(Article::code).toList()),
                name,
                kind,
                category,
                price,
                mass);
    }

    /// What is in force keeps its code; a new one has its name as its code, with a number when that is taken.
    private static String code(String name, Optional<Integer> row, List<String> taken) {
        if (row.isPresent()) {
            require(row.get() < taken.size(), "Cette ligne n’existe plus.");
            return taken.get(row.get());
        }
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = letters.isEmpty() ? "CODE" : letters.substring(0, Math.min(letters.length(), 16));
        String code = base;
        for (int i = 2; taken.contains(code); i++) {
            code = base + "-" + i;
        }
        return code;
    }

    private List<CategoryCode> categories(String field) {
        Set<CategoryCode> known =
                catalog.categories().stream().map(category -> category.code()).collect(Collectors.toSet());
        return answers.all(field).stream()
                .map(text -> text.matches("[a-z][a-z0-9_]{0,59}") ? new CategoryCode(text) : Catalog.UNCLASSIFIED)
                .peek(code -> require(known.contains(code), "Cette catégorie n’existe pas."))
                .toList();
    }

    private List<SiteCode> sites(String field) {
        return answers.all(field).stream()
                .map(text -> catalog.sites().stream()
                        .map(site -> site.code())
                        .filter(code -> code.code().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new NotSo("Ce site n’existe pas.")))
                .toList();
    }

    private Money euros(String field) {
        return French.parseEuros(answers.text(field))
                .orElseThrow(() -> new NotSo("« " + answers.text(field) + " » n’est pas un montant en euros."));
    }

    /// `10`, `5,5 %` as hundredths of a percent.
    private int share(String field, int least) {
        String text = answers.text(field).replaceAll("\\s*%$", "");
        return French.parseEuros(text)
                .map(Money::cents)
                .filter(share -> share >= least && share <= 10_000)
                .map(Math::toIntExact)
                .orElseThrow(() -> new NotSo(
                        least > 0 ? "Un pourcentage est entre 0,01 et 100." : "Un pourcentage est entre 0 et 100."));
    }

    private LocalDate day(String field) {
        try {
            LocalDate day = LocalDate.parse(answers.text(field));
            require(day.getYear() >= 2000 && day.getYear() <= 2100, "Cette date est trop loin.");
            return day;
        } catch (DateTimeException e) {
            throw new NotSo("Donnez une date.");
        }
    }

    private <T> T constant(String field, Function<String, T> parse) {
        try {
            return parse.apply(answers.text(field));
        } catch (IllegalArgumentException e) {
            throw new NotSo("Choisissez dans la liste.");
        }
    }

    private static void require(boolean so, String sentence) {
        if (!so) {
            throw new NotSo(sentence);
        }
    }

    private static TillPolicy company(TillPolicy p, Company company) {
        return new TillPolicy(
                company,
                p.cashCap(),
                p.differenceThreshold(),
                p.cashierReduction(),
                p.vat(),
                p.guaranteed(),
                p.prices(),
                p.campaigns(),
                p.markdowns(),
                p.articles());
    }

    private static TillPolicy vat(TillPolicy p, List<VatRule> vat) {
        return lists(p, vat, p.guaranteed(), p.prices(), p.campaigns(), p.markdowns(), p.articles());
    }

    private static TillPolicy guaranteed(TillPolicy p, List<CategoryCode> guaranteed) {
        return lists(p, p.vat(), guaranteed, p.prices(), p.campaigns(), p.markdowns(), p.articles());
    }

    private static TillPolicy prices(TillPolicy p, List<DatedPrices> prices) {
        return lists(p, p.vat(), p.guaranteed(), prices, p.campaigns(), p.markdowns(), p.articles());
    }

    private static TillPolicy campaigns(TillPolicy p, List<Campaign> campaigns) {
        return lists(p, p.vat(), p.guaranteed(), p.prices(), campaigns, p.markdowns(), p.articles());
    }

    private static TillPolicy markdowns(TillPolicy p, List<AgeMarkdown> markdowns) {
        return lists(p, p.vat(), p.guaranteed(), p.prices(), p.campaigns(), markdowns, p.articles());
    }

    private static TillPolicy articles(TillPolicy p, List<Article> articles) {
        return lists(p, p.vat(), p.guaranteed(), p.prices(), p.campaigns(), p.markdowns(), articles);
    }

    private static TillPolicy lists(
            TillPolicy p,
            List<VatRule> vat,
            List<CategoryCode> guaranteed,
            List<DatedPrices> prices,
            List<Campaign> campaigns,
            List<AgeMarkdown> markdowns,
            List<Article> articles) {
        return new TillPolicy(
                p.company(),
                p.cashCap(),
                p.differenceThreshold(),
                p.cashierReduction(),
                vat,
                guaranteed,
                prices,
                campaigns,
                markdowns,
                articles);
    }
}

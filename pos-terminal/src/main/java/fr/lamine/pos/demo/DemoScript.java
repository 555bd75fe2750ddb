package fr.lamine.pos.demo;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.Site;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/// What happens in one shop on one day of the demonstration. The same seed tells the same day.
final class DemoScript {

    private static final List<Source> SOURCES = List.of(
            Source.DROP_OFF,
            Source.DROP_OFF,
            Source.DROP_OFF,
            Source.DROP_OFF,
            Source.HOME_COLLECTION,
            Source.DECHETERIE);
    private static final List<String> COMMUNES = List.of("Arcueil", "Arcueil", "Cachan", "Gentilly", "Villejuif");
    private static final Map<String, List<String>> TITLES = Map.of(
            "meuble", List.of("Commode", "Fauteuil", "Table basse", "Étagère", "Bureau", "Chevet"),
            "vetement", List.of("Veste en jean", "Manteau laine", "Robe", "Chemise"),
            "livre", List.of("Beau livre", "Bande dessinée", "Lot de poches"),
            "petit_electromenager", List.of("Cafetière", "Bouilloire", "Mixeur", "Fer à repasser"),
            "gros_electromenager_hors_refrigerant", List.of("Lave-linge", "Four"),
            "ecran", List.of("Écran 24 pouces", "Téléviseur"),
            "velo", List.of("Vélo de ville", "Vélo enfant", "VTT"),
            "vaisselle", List.of("Service à thé", "Cocotte en fonte", "Lot assiettes"));

    /// The floor scale of the demonstration takes 60 kg, container included.
    private static final long HEAVIEST_GRAMS = 58_000;

    private final ShopProfile shop;
    private final Site site;
    private final Catalog catalog;

    DemoScript(ShopProfile shop, Catalog catalog) {
        this.shop = shop;
        this.site = catalog.site(shop.site()).orElseThrow();
        this.catalog = catalog;
    }

    /// Shops are closed on Sundays and Mondays; the online shop works on weekdays.
    boolean isOpen(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return shop.online()
                ? !weekend
                : day.getDayOfWeek() != DayOfWeek.SUNDAY && day.getDayOfWeek() != DayOfWeek.MONDAY;
    }

    List<Doing> day(LocalDate day, RandomGenerator random) {
        boolean busy = day.getDayOfWeek() == DayOfWeek.SATURDAY;
        List<Doing> doings = new ArrayList<>();
        for (int i = around(shop.weighings(), busy, random); i > 0; i--) {
            weighIn(day, random, doings);
        }
        for (int i = around(shop.labels(), busy, random); i > 0; i--) {
            doings.add(labelling(at(day, 9, 13, random), random));
        }
        for (int i = around(shop.tickets(), busy, random); i > 0; i--) {
            doings.add(buying(at(day, 13, 19, random), random));
        }
        doings.sort(Comparator.comparing(Doing::at));
        return doings;
    }

    /// Goods come in to be sorted; later the same day most of them go on to the shelf, to a recycler or to waste.
    private void weighIn(LocalDate day, RandomGenerator random, List<Doing> doings) {
        ShopProfile.Share share = pick(ShopProfile.Share::given, random);
        CategoryCode category = new CategoryCode(share.category());
        long grams = (long) share.meanGrams() * (40 + random.nextInt(120)) / 100 / 20 * 20;
        Mass net = Mass.grams(Math.clamp(grams, 200, HEAVIEST_GRAMS));
        Account sorting = Account.place(shop.site(), Area.SORTING);
        Optional<String> container = random.nextInt(3) == 0 ? Optional.of("BAC-GRIS") : Optional.empty();
        Source source = SOURCES.get(random.nextInt(SOURCES.size()));
        Optional<String> commune = Optional.of(COMMUNES.get(random.nextInt(COMMUNES.size())));
        doings.add(new Doing.Weighing(
                at(day, 9, 15, random), category, net, container, Account.from(source), sorting, commune));
        int fate = random.nextInt(100);
        Instant later = at(day, 15, 18, random);
        sortedTo(fate)
                .ifPresent(to ->
                        doings.add(new Doing.Weighing(later, category, net, container, sorting, to, Optional.empty())));
    }

    private Optional<Account> sortedTo(int fate) {
        if (fate < shop.shelved()) {
            return Optional.of(Account.place(shop.site(), Area.SHOP));
        }
        if (fate < shop.shelved() + shop.recycled()) {
            return Optional.of(Account.gone(Outcome.RECYCLED));
        }
        return fate < shop.shelved() + shop.recycled() + shop.wasted()
                ? Optional.of(Account.gone(Outcome.WASTE))
                : Optional.empty();
    }

    private Doing.Labelling labelling(Instant at, RandomGenerator random) {
        ShopProfile.Share share = pick(ShopProfile.Share::labelled, random);
        Category category = category(share.category());
        List<String> titles = TITLES.getOrDefault(share.category(), List.of(category.name()));
        String title = titles.get(random.nextInt(titles.size()));
        int pieces = title.startsWith("Lot") ? 6 : 1;
        long piece = catalog.averagePiece(category.code()).orElseThrow().grams() * (60 + random.nextInt(80)) / 100;
        Money price = category.prices().get(random.nextInt(category.prices().size()));
        return new Doing.Labelling(at, category.code(), title, pieces, Mass.grams(Math.max(20, piece) * pieces), price);
    }

    private Doing.Buying buying(Instant at, RandomGenerator random) {
        int labelled = shop.online() ? 1 : random.nextInt(100) < 22 ? 1 : 0;
        int lines = shop.online() ? 0 : 1 + random.nextInt(4) - labelled;
        List<Doing.FromShelf> shelf = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            Category category =
                    category(pick(ShopProfile.Share::unlabelled, random).category());
            List<Money> prices = category.prices();
            int dear = random.nextInt(Math.min(3, prices.size()));
            shelf.add(new Doing.FromShelf(category.code(), 1 + random.nextInt(100) / 70, prices.get(dear)));
        }
        Tender tender = shop.online()
                ? Tender.TRANSFER
                : random.nextInt(100) < 52 ? Tender.CASH : random.nextInt(100) < 92 ? Tender.CARD : Tender.CHEQUE;
        return new Doing.Buying(at, labelled, shelf, tender);
    }

    private ShopProfile.Share pick(ToIntFunction<ShopProfile.Share> among, RandomGenerator random) {
        int left = random.nextInt(shop.categories().stream().mapToInt(among).sum());
        for (ShopProfile.Share share : shop.categories()) {
            left -= among.applyAsInt(share);
            if (left < 0) {
                return share;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private Category category(String code) {
        return catalog.category(new CategoryCode(code)).orElseThrow();
    }

    private static int around(int mean, boolean busy, RandomGenerator random) {
        int usual = busy ? mean * 3 / 2 : mean;
        return usual * (80 + random.nextInt(41)) / 100;
    }

    private Instant at(LocalDate day, int fromHour, int toHour, RandomGenerator random) {
        LocalTime time = LocalTime.of(fromHour, 0).plusSeconds(random.nextInt((toHour - fromHour) * 3600));
        return day.atTime(time).atZone(site.zone()).toInstant();
    }
}

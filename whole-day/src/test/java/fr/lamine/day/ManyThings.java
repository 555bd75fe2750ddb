package fr.lamine.day;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A shop that labelled very many things, each with a title of a few words, and what people look for among them.
final class ManyThings {

    private static final int AT_ONCE = 2_000;

    private static final List<String> THINGS = List.of(
            "Théière",
            "Assiette",
            "Verre",
            "Bol",
            "Lampe",
            "Chaise",
            "Armoire",
            "Bibliothèque",
            "Commode",
            "Miroir",
            "Tapis",
            "Vase",
            "Casserole",
            "Poêle",
            "Couverts",
            "Saladier",
            "Plateau",
            "Horloge",
            "Cadre",
            "Bougeoir",
            "Valise",
            "Poussette",
            "Tricycle",
            "Puzzle",
            "Roman",
            "Atlas",
            "Guitare",
            "Enceinte",
            "Radio",
            "Perceuse",
            "Sécateur",
            "Arrosoir",
            "Brouette",
            "Tabouret",
            "Fauteuil",
            "Canapé",
            "Buffet",
            "Étagère",
            "Coffre",
            "Malle");
    private static final List<String> LOOKS = List.of(
            "bleue",
            "rouge",
            "verte",
            "ancienne",
            "vintage",
            "blanche",
            "noire",
            "émaillée",
            "dorée",
            "fleurie",
            "rayée",
            "enfant",
            "pliante",
            "lourde",
            "légère",
            "complète",
            "dépareillée",
            "brute",
            "vernie",
            "peinte");
    private static final List<String> STUFFS = List.of(
            "grès",
            "porcelaine",
            "chêne",
            "pin",
            "hêtre",
            "fonte",
            "cuivre",
            "laiton",
            "verre",
            "cristal",
            "osier",
            "rotin",
            "velours",
            "coton",
            "laine",
            "cuir",
            "inox",
            "zinc",
            "faïence",
            "marbre");

    private ManyThings() {}

    enum Question {
        WORD("one word") {
            @Override
            String words(Random random, int items) {
                return any(THINGS, random);
            }
        },
        WORDS("three words") {
            @Override
            String words(Random random, int items) {
                return any(THINGS, random) + " " + any(LOOKS, random) + " " + any(STUFFS, random);
            }
        },
        SLIP("a word with a slip") {
            @Override
            String words(Random random, int items) {
                String word = any(THINGS, random);
                int at = 1 + random.nextInt(word.length() - 1);
                return word.length() < 5 ? word : word.substring(0, at) + "x" + word.substring(at);
            }
        },
        BEGINNING("two letters") {
            @Override
            String words(Random random, int items) {
                return any(THINGS, random).substring(0, 2);
            }
        },
        SERIAL("digits of a code") {
            @Override
            String words(Random random, int items) {
                return "%07d".formatted(1 + random.nextInt(items));
            }
        },
        NOTHING("no word at all") {
            @Override
            String words(Random random, int items) {
                return "";
            }
        };

        private final String inWords;

        Question(String inWords) {
            this.inWords = inWords;
        }

        String inWords() {
            return inWords;
        }

        abstract String words(Random random, int items);
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /// Writes the labels as the counter would, many in one transaction; the usual sync carries them to the office.
    static void label(OneHouse house, int items) {
        TerminalStore store = house.store();
        TerminalIdentity identity = store.identity();
        Context context = new Station(identity.site(), identity.station(), "0.1.0")
                .machineContext(house.book().current(), Instant.now());
        List<CategoryCode> categories = house.book().current().catalog().categories().stream()
                .map(category -> category.code())
                .toList();
        Random random = new Random(items);
        for (int from = 0; from < items; from += AT_ONCE) {
            int some = Math.min(AT_ONCE, items - from);
            store.write(Instant.now(), writing -> {
                for (int i = 0; i < some; i++) {
                    writing.append(label(context, writing.nextItemCode(), categories, random));
                }
                return some;
            });
        }
    }

    private static Fact.Labelled label(Context context, ItemCode code, List<CategoryCode> categories, Random random) {
        Mass mass = Mass.grams(200 + random.nextInt(9_000));
        Money price = Money.cents(50L * (1 + random.nextInt(100)));
        return new Fact.Labelled(
                context,
                code,
                categories.get(random.nextInt(categories.size())),
                any(THINGS, random) + " " + any(LOOKS, random) + " en " + any(STUFFS, random) + " n° "
                        + random.nextInt(500),
                1,
                mass,
                mass,
                new MassProvenance.Typed(),
                price,
                price,
                Account.place(context.site(), Area.SORTING),
                Account.place(context.site(), Area.SHOP),
                Optional.empty());
    }

    static void awaitAtOffice(OneHouse house, String cookies, int items) throws Exception {
        ItemCode last = ItemCode.of(house.store().identity().terminal(), items);
        HttpRequest asked = HttpRequest.newBuilder(URI.create(house.office("/api/v1/items/" + last)))
                .header("Cookie", cookies)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (http.send(asked, BodyHandlers.ofString()).statusCode() != 200) {
                Thread.sleep(500);
            }
        }
    }

    /// The office sends every thing back to the counter, which may be busy with them for a minute.
    static void awaitBackAtCounter(OneHouse house, int items) throws InterruptedException {
        while (house.store()
                        .read(sql -> sql.createQuery("SELECT count(*) FROM office_item")
                                .mapTo(Integer.class)
                                .one())
                < items) {
            Thread.sleep(500);
        }
    }
}

package fr.lamine.day;

import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.BandView.UndoView;
import fr.lamine.pos.web.view.BarView;
import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.DeviceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.HelpView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ModeView.Mode;
import fr.lamine.pos.web.view.NoticeView;
import fr.lamine.pos.web.view.PriceView;
import fr.lamine.pos.web.view.ScreenView;
import fr.lamine.pos.web.view.SignInView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import fr.lamine.pos.web.view.WeighInPanel;
import fr.lamine.pos.web.view.WeighInView;
import fr.lamine.pos.web.view.WeighInView.LastWeighing;
import fr.lamine.pos.web.view.WeightView;
import fr.lamine.pos.web.view.WeightView.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Every screen of the counter in every state, as the core would fill it.
final class ScreenFixtures {

    private static final List<TileView> CATEGORIES = List.of(
            new TileView("meuble", "Meubles", "armchair", false),
            new TileView("vetement", "Textile", "shirt", false),
            new TileView("chaussures", "Chaussures", "shoe", false),
            new TileView("livre", "Livres", "book", false),
            new TileView("jouet", "Jouets", "horse-toy", false),
            new TileView("vaisselle", "Vaisselle", "tools-kitchen-2", false),
            new TileView("gros_electro", "Gros électro", "wash-machine", false),
            new TileView("petit_electro", "Petit électro", "plug", false),
            new TileView("ecran", "Écrans", "device-tv-old", false),
            new TileView("bricolage", "Bricolage", "hammer", false),
            new TileView("velo", "Vélos", "bike", false),
            new TileView("a_classer", "À classer", "question-mark", false));
    private static final List<TicketView.Line> LINES = List.of(
            line("1", "Chaise bois", "04 101 0000412 7", "1", "7,00\u202f€", false, false),
            line("2", "Lot assiettes", "touche Vaisselle", "6 × 0,50", "3,00\u202f€", false, false),
            line("3", "Veste en jean", "04 101 0000398 4", "1", "6,00\u202f€", false, true),
            line("4", "Livre poche", "touche Livres", "2 × 1,00", "2,00\u202f€", false, false));
    private static final WeightView STABLE = WeightView.of(State.STABLE, "13,540", "− 1,200", "12,340");
    private static final GoView SAVE = GoView.allowed("Vaisselle · 12,340\u202fkg");
    private static final Optional<String> TABLE = Optional.of("/table");
    private static final ConnectionView BEHIND = new ConnectionView(false, 12, "3 min");
    static final List<DeviceView> READY = List.of(
            new DeviceView(DeviceView.Kind.SCALE, DeviceView.State.READY),
            new DeviceView(DeviceView.Kind.PRINTER, DeviceView.State.READY),
            new DeviceView(DeviceView.Kind.SCANNER, DeviceView.State.READY));
    private static final List<DeviceView> TROUBLED = List.of(
            new DeviceView(DeviceView.Kind.SCALE, DeviceView.State.LOST),
            new DeviceView(DeviceView.Kind.PRINTER, DeviceView.State.ATTENTION),
            new DeviceView(DeviceView.Kind.SCANNER, DeviceView.State.READY),
            new DeviceView(DeviceView.Kind.DRAWER, DeviceView.State.READY));

    private final Map<String, FrameView> screens = new LinkedHashMap<>();

    private ScreenFixtures() {
        signIn();
        weighIn();
        LabelFixtures.over(screens);
        LookUpFixtures.over(screens);
        till();
        rest();
    }

    static Map<String, FrameView> all() {
        Map<String, FrameView> screens = new ScreenFixtures().screens;
        TillFixtures.over(screens);
        AskFixtures.over(screens);
        ReceiptFixtures.over(screens);
        SortingFixtures.over(screens);
        return screens;
    }

    private void signIn() {
        add("connexion", Optional.empty(), new SignInView(operators(7), Optional.empty()));
        add("connexion-nombreux", Optional.empty(), new SignInView(operators(30), Optional.empty()));
        add("connexion-code", Optional.empty(), pin("", 0));
        add("connexion-faux", Optional.empty(), pin("Code faux.", 8));
    }

    private void weighIn() {
        List<LastWeighing> last = List.of(
                new LastWeighing("14:31", "shirt", "Textile", "8,460\u202fkg", Optional.of("w-31"), false),
                new LastWeighing("14:28", "book", "Livres", "11,900\u202fkg", Optional.empty(), true));
        weigh("pesee", categories("vaisselle"), STABLE, SAVE, last);
        weigh(
                "pesee-bouge",
                categories("vaisselle"),
                WeightView.of(State.MOVING, "13,120", "− 1,200", "11,920"),
                GoView.refused("Attendez que le poids soit stable."),
                last);
        weigh(
                "pesee-vide",
                categories(""),
                WeightView.of(State.STABLE, "0,000", "0,000", "0,000"),
                GoView.refused("Posez les objets et choisissez une catégorie."),
                List.of());
        weigh(
                "pesee-trop-lourd",
                categories("meuble"),
                WeightView.without(State.OVERLOAD, "Enlevez une partie des objets."),
                GoView.refused("Trop lourd pour la balance."),
                last);
        weigh(
                "pesee-sous-zero",
                categories("meuble"),
                WeightView.without(State.UNDER_ZERO, "Videz la balance et remettez-la à zéro."),
                GoView.refused("Le poids est sous zéro."),
                last);
        weigh(
                "pesee-grand",
                categories("meuble"),
                WeightView.of(State.STABLE, "1\u202f284,500", "− 25,000", "1\u202f259,500"),
                GoView.allowed("Meubles · 1\u202f259,500\u202fkg"),
                last);
        add(
                "pesee-sans-balance",
                frame(
                        Mode.WEIGH_IN,
                        BEHIND,
                        TROUBLED,
                        Optional.of(BandView.stop("e7", "Balance débranchée", "Vérifiez le câble. Rien n’est perdu.")),
                        weighView(
                                categories("vaisselle"),
                                WeightView.without(State.NO_SCALE, "La balance ne répond plus."),
                                GoView.refused("Tapez le poids, ou branchez la balance."),
                                true,
                                last)));
        add(
                "pesee-tapee",
                frame(
                        Mode.WEIGH_IN,
                        ConnectionView.upToDate(),
                        TROUBLED,
                        Optional.empty(),
                        weighView(
                                categories("vaisselle"),
                                WeightView.of(State.TYPED, "7,500", "− 1,200", "6,300"),
                                GoView.allowed("Vaisselle · 6,300\u202fkg, saisi à la main"),
                                true,
                                last)));
        add(
                "pesee-saisie",
                frame(
                        Mode.WEIGH_IN,
                        ConnectionView.upToDate(),
                        TROUBLED,
                        Optional.empty(),
                        weighView(
                                new WeighInPanel.TypedWeight(),
                                WeightView.without(State.NO_SCALE, "La balance ne répond plus."),
                                GoView.refused("Tapez le poids."),
                                true,
                                last)));
        weigh("pesee-contenant", containers(), STABLE, SAVE, last);
        weigh("pesee-provenance", sources(), STABLE, SAVE, last);
        weigh("pesee-destination", destinations(), STABLE, SAVE, last);
        weigh(
                "pesee-recherche",
                new WeighInPanel.Categories(
                        families(), new TilesView(CATEGORIES.subList(6, 8), OptionalInt.empty()), Optional.of("elec")),
                STABLE,
                SAVE,
                last);
        weigh(
                "pesee-rien-trouve",
                new WeighInPanel.Categories(
                        families(), new TilesView(List.of(), OptionalInt.empty()), Optional.of("xyz")),
                STABLE,
                GoView.refused("Choisissez une catégorie."),
                last);
        weigh(
                "pesee-question",
                new WeighInPanel.Question("320\u202fkg de Livres : c’est bien ça ?"),
                WeightView.of(State.STABLE, "320,000", "0,000", "320,000"),
                GoView.allowed("Livres · 320,000\u202fkg"),
                last);
        add(
                "pesee-faite",
                frame(
                        Mode.WEIGH_IN,
                        ConnectionView.upToDate(),
                        READY,
                        Optional.of(BandView.undoable(
                                "e8",
                                "Vaisselle enregistrée · 12,340\u202fkg",
                                new UndoView("/pesee/annuler", "w-32"))),
                        weighView(categories("vaisselle"), STABLE, SAVE, false, last)));
    }

    private void till() {
        TicketView ticket =
                TicketView.page(LINES, 0, "10 articles", "18,00\u202f€").reducible("Remise");
        TicketView empty = TicketView.page(List.of(), 0, "0 article", "0,00\u202f€");
        GoView pay = GoView.allowed("18,00\u202f€");
        till(
                "caisse",
                BEHIND,
                Optional.of(BandView.ok("e1", "Veste en jean ajoutée · 6,00\u202f€")),
                ticket,
                new TillPanel.Categories(TilesView.page(CATEGORIES, 0, 11)),
                pay);
        till(
                "caisse-vide",
                ConnectionView.upToDate(),
                Optional.empty(),
                empty,
                new TillPanel.Categories(TilesView.page(CATEGORIES, 0, 11)),
                GoView.refused("Le ticket est vide."));
        List<TicketView.Line> many = new ArrayList<>();
        for (int i = 1; i <= 23; i++) {
            many.add(line(
                    "" + i,
                    "Service à thé en porcelaine de Limoges " + i,
                    "touche Vaisselle",
                    "1",
                    "1\u202f254,00\u202f€",
                    false,
                    i == 23));
        }
        till(
                "caisse-longue",
                ConnectionView.upToDate(),
                Optional.empty(),
                TicketView.page(many, 3, "23 articles", "1\u202f254,00\u202f€").reducible("−1\u202f254,00\u202f€"),
                new TillPanel.Categories(TilesView.page(twoPages(), 0, 11)),
                GoView.allowed("1\u202f254,00\u202f€"));
        till(
                "caisse-prix",
                ConnectionView.upToDate(),
                Optional.empty(),
                ticket,
                new TillPanel.PostedPrices(
                        "Livres",
                        "book",
                        List.of(
                                price("0,50", false),
                                price("1,00", false),
                                price("2,00", false),
                                price("3,00", false),
                                price("5,00", false))),
                GoView.allowed("Livres, au prix tapé"));
        till(
                "caisse-ligne",
                ConnectionView.upToDate(),
                Optional.empty(),
                chosen(),
                new TillPanel.LineActions("2", "Lot assiettes", "6", "0,50\u202f€", "3,00\u202f€", true),
                pay);
        till(
                "caisse-inconnue",
                BEHIND,
                Optional.of(
                        BandView.unknown("e2", "Étiquette inconnue", "Choisissez la catégorie, puis le prix écrit.")),
                ticket,
                new TillPanel.UnknownLabel("04 102 0000077 1", tiles(""), Optional.empty()),
                GoView.refused("Choisissez d’abord une catégorie."));
        till(
                "caisse-inconnue-prix",
                ConnectionView.upToDate(),
                Optional.empty(),
                ticket,
                new TillPanel.UnknownLabel("04 102 0000077 1", tiles(""), Optional.of(CATEGORIES.get(4))),
                GoView.allowed("Jouets, au prix tapé"));
        till(
                "caisse-paiement",
                ConnectionView.upToDate(),
                Optional.empty(),
                ticket,
                tenders("18,00\u202f€", List.of()),
                GoView.allowed("18,00\u202f€ juste, ou le montant tapé"));
        till(
                "caisse-paiement-2",
                ConnectionView.upToDate(),
                Optional.empty(),
                ticket,
                tenders("8,00\u202f€", List.of("Carte 10,00\u202f€")),
                GoView.allowed("8,00\u202f€ juste, ou le montant tapé"));
        done("caisse-rendu", "2,00\u202f€", true, TillPanel.Receipt.NOT_ASKED, Optional.empty());
        done("caisse-rien-a-rendre", "0,00\u202f€", false, TillPanel.Receipt.PRINTED, Optional.empty());
        done(
                "caisse-ticket-bloque",
                "132,00\u202f€",
                true,
                TillPanel.Receipt.WAITING,
                Optional.of(BandView.stop("e3", "Le ticket n’est pas sorti en entier.", AskFixtures.NO_PAPER)));
        till(
                "caisse-refus",
                ConnectionView.upToDate(),
                Optional.of(BandView.stop("e4", "Prix non compris : « 1,5,0 »", "Tapez par exemple 1,50.")),
                ticket,
                new TillPanel.Categories(TilesView.page(CATEGORIES, 0, 11)),
                pay);
        till(
                "caisse-panne",
                ConnectionView.upToDate(),
                Optional.of(BandView.fault("e5", "Panne 7K3M-2P", "Le ticket est gardé. Notez ce numéro.")),
                ticket,
                new TillPanel.Categories(TilesView.page(CATEGORIES, 0, 11)),
                pay);
    }

    private void rest() {
        DeviceFixtures.screens().forEach(this::add);
        add("aide", frame(Mode.HELP, ConnectionView.upToDate(), READY, Optional.empty(), new HelpView("0.1.0")));
        add(
                "sans-catalogue",
                frame(
                        Mode.WEIGH_IN,
                        new ConnectionView(false, 0, ""),
                        TROUBLED,
                        Optional.empty(),
                        new NoticeView(
                                NoticeView.Kind.EMPTY,
                                "Ce poste attend ses catégories.",
                                "Elles arrivent du bureau dès que le réseau est là.",
                                Optional.empty())));
        add(
                "panne",
                frame(
                        Mode.TILL,
                        BEHIND,
                        READY,
                        Optional.empty(),
                        new NoticeView(
                                NoticeView.Kind.FAULT,
                                "Quelque chose n’a pas marché.",
                                "Tout ce qui était enregistré l’est toujours. Réessayez, puis appelez un responsable.",
                                Optional.of("7K3M-2P"))));
        add(
                "refus",
                frame(
                        Mode.TILL,
                        ConnectionView.upToDate(),
                        READY,
                        Optional.empty(),
                        new NoticeView(
                                NoticeView.Kind.REFUSED,
                                "La caisse n’est pas ouverte pour vous.",
                                "Demandez à un responsable.",
                                Optional.empty())));
    }

    private void weigh(String name, WeighInPanel panel, WeightView weight, GoView go, List<LastWeighing> last) {
        add(
                name,
                frame(
                        Mode.WEIGH_IN,
                        ConnectionView.upToDate(),
                        READY,
                        Optional.empty(),
                        weighView(panel, weight, go, false, last)));
    }

    private static WeighInView weighView(
            WeighInPanel panel, WeightView weight, GoView go, boolean mayType, List<LastWeighing> last) {
        return new WeighInView(
                panel,
                weight,
                go,
                false,
                Optional.of("Bac gris · 1,2\u202fkg"),
                "Apport volontaire · Arcueil",
                "Tri",
                mayType,
                last);
    }

    private void till(
            String name,
            ConnectionView connection,
            Optional<BandView> band,
            TicketView ticket,
            TillPanel panel,
            GoView go) {
        add(name, frame(Mode.TILL, connection, READY, band, new TillView(ticket, panel, go)));
    }

    private void done(
            String name, String change, boolean hasChange, TillPanel.Receipt receipt, Optional<BandView> band) {
        till(
                name,
                ConnectionView.upToDate(),
                band,
                TicketView.page(LINES, 0, "10 articles", "18,00\u202f€").paid(TillFixtures.SOLD),
                new TillPanel.Done(change, hasChange, "Espèces 20,00\u202f€ · ticket 128", receipt, 15),
                GoView.allowed(""));
    }

    private static TillPanel tenders(String due, List<String> paid) {
        return new TillPanel.Tenders(
                due,
                List.of(
                        new PriceView("20,00", "20\u202f€", false),
                        new PriceView("30,00", "30\u202f€", false),
                        new PriceView("50,00", "50\u202f€", false)),
                TenderFixtures.KEYS,
                paid,
                false,
                AsideFixtures.round(paid));
    }

    private static TicketView chosen() {
        List<TicketView.Line> lines = new ArrayList<>(LINES);
        lines.set(1, line("2", "Lot assiettes", "touche Vaisselle", "6 × 0,50", "3,00\u202f€", true, false));
        return TicketView.page(lines, 0, "10 articles", "18,00\u202f€").reducible("Remise");
    }

    private static TicketView.Line line(
            String id, String name, String detail, String quantity, String price, boolean chosen, boolean fresh) {
        return new TicketView.Line(id, name, detail, quantity, price, chosen, fresh);
    }

    static PriceView price(String amount, boolean chosen) {
        return new PriceView(amount, amount + "\u202f€", chosen);
    }

    private static SignInView pin(String refusal, long seconds) {
        return new SignInView(operators(7), Optional.of(new SignInView.PinView("awa", "Awa D.", refusal, seconds)));
    }

    private static TilesView operators(int count) {
        List<String> names = List.of("Awa D.", "Bruno L.", "Chloé M.", "Driss B.", "Elsa P.", "Fatou S.", "Gilles R.");
        List<TileView> tiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tiles.add(new TileView("op" + i, names.get(i % names.size()), "user-circle", false));
        }
        return TilesView.page(tiles, 0);
    }

    private static List<TileView> twoPages() {
        return Stream.concat(CATEGORIES.stream(), CATEGORIES.stream()).toList();
    }

    static TilesView tiles(String chosen) {
        return new TilesView(
                CATEGORIES.stream()
                        .map(t -> new TileView(
                                t.code(), t.name(), t.icon(), t.code().equals(chosen)))
                        .toList(),
                OptionalInt.empty());
    }

    private static List<ChipView> families() {
        return List.of(
                new ChipView("", "Favoris", true),
                new ChipView("Maison", "Maison", false),
                new ChipView("Électrique", "Électrique", false),
                new ChipView("Loisirs", "Loisirs", false),
                new ChipView("Autres", "Autres", false));
    }

    private static WeighInPanel categories(String chosen) {
        return new WeighInPanel.Categories(families(), tiles(chosen), Optional.empty());
    }

    private static WeighInPanel containers() {
        return new WeighInPanel.Containers(List.of(
                new ChoiceView("BAC-GRIS", "Bac gris", "1,200\u202fkg", "box", true),
                new ChoiceView("BAC-VERT", "Bac vert", "1,850\u202fkg", "box", false),
                new ChoiceView("CADDIE", "Caddie", "18,000\u202fkg", "shopping-cart", false),
                new ChoiceView("CHARIOT", "Chariot", "24,500\u202fkg", "shopping-cart", false),
                new ChoiceView("PALETTE", "Palette", "22,000\u202fkg", "stack-2", false)));
    }

    private static WeighInPanel sources() {
        return new WeighInPanel.Sources(
                List.of(
                        new ChoiceView("DROP_OFF", "Apport volontaire", "", "walk", true),
                        new ChoiceView("HOME_COLLECTION", "Domicile", "", "home", false),
                        new ChoiceView("DECHETERIE", "Déchèterie", "", "recycle", false),
                        new ChoiceView("BUSINESS", "Entreprise", "", "building", false),
                        new ChoiceView("HOUSE_CLEARANCE", "Débarras", "", "truck", false),
                        new ChoiceView("STREET", "Rue", "", "road", false),
                        new ChoiceView("OTHER_REUSE_BODY", "Autre structure", "", "building-community", false)),
                List.of(
                        new ChoiceView("Arcueil", "Arcueil", "", "map-pin", true),
                        new ChoiceView("Gentilly", "Gentilly", "", "map-pin", false)),
                false);
    }

    private static WeighInPanel destinations() {
        return new WeighInPanel.Destinations(List.of(
                new ChoiceView("SORTING", "Tri", "", "arrows-split", true),
                new ChoiceView("SHOP", "Rayon", "", "building-store", false),
                new ChoiceView("WORKSHOP", "Atelier", "", "hammer", false),
                new ChoiceView("GIVEN", "Donné", "sortie", "heart-handshake", false),
                new ChoiceView("RECYCLED", "Recyclage", "sortie", "recycle", false),
                new ChoiceView("WASTE", "Déchets", "sortie", "trash", false)));
    }

    static FrameView frame(
            Mode mode,
            ConnectionView connection,
            List<DeviceView> devices,
            Optional<BandView> band,
            ScreenView screen) {
        List<ModeView> modes = Arrays.stream(Mode.values())
                .filter(each -> each != Mode.DEVICES)
                .map(each -> new ModeView(each, each == mode))
                .toList();
        return new FrameView(
                "fixture",
                new BarView("Arcueil", "Poste 1", connection, devices, Optional.of("Awa D."), "14:32", TABLE),
                modes,
                band,
                screen);
    }

    private void add(String name, Optional<BandView> band, ScreenView screen) {
        BarView bar =
                new BarView("Arcueil", "Poste 1", ConnectionView.upToDate(), READY, Optional.empty(), "14:32", TABLE);
        add(name, new FrameView("fixture", bar, List.of(), band, screen));
    }

    private void add(String name, FrameView frame) {
        if (screens.put(name, frame) != null) {
            throw new IllegalStateException("two fixtures called " + name);
        }
    }
}

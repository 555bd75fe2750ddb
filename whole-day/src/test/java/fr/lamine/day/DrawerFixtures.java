package fr.lamine.day;

import fr.lamine.model.till.CashCount;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.DrawerPanel;
import fr.lamine.pos.web.view.DrawerPanel.Balance;
import fr.lamine.pos.web.view.DrawerPanel.Face;
import fr.lamine.pos.web.view.DrawerPanel.Line;
import fr.lamine.pos.web.view.DrawerPanel.Purpose;
import fr.lamine.pos.web.view.DrawerPanel.Row;
import fr.lamine.pos.web.view.DrawerView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ModeView.Mode;
import fr.lamine.pos.web.view.PriceView;
import fr.lamine.pos.web.view.ScreenView;
import fr.lamine.pos.web.view.SignInView.PinView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The day of a till, from the opening to the closing.
final class DrawerFixtures {

    private final Map<String, FrameView> screens;

    private DrawerFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        DrawerFixtures fixtures = new DrawerFixtures(screens);
        fixtures.overviews();
        fixtures.counts();
        fixtures.between();
    }

    private void overviews() {
        TillView till = (TillView) screens.get("caisse-vide").screen();
        add(
                "caisse-fermee",
                Mode.TILL,
                new TillView(
                        till.ticket(),
                        new TillPanel.Closed("La caisse est fermée.", "Ouvrez-la : comptez le fond de caisse.", false),
                        GoView.allowed("On compte d’abord le tiroir")));
        add(
                "tiroir-ferme",
                "La caisse est fermée.",
                false,
                false,
                List.of("Dernier Z : n° 1 204, 23/11/2026, 1 345,50 €", "Laissé dans le tiroir : 150,00 €"),
                List.of(
                        doing("tiroir", "Ouvrir le tiroir", "cash"),
                        doing("clotures", "Clôtures", "receipt"),
                        doing("mois", "Clôturer le mois", "calendar"),
                        doing("annee", "Clôturer l’année", "calendar")));
        List<ChoiceView> all = List.of(
                doing("x", "Lecture X", "search"),
                doing("entree", "Entrée d’espèces", "arrow-big-down-line"),
                doing("sortie", "Sortie d’espèces", "arrow-big-up-line"),
                doing("banque", "Remise en banque", "building-bank"),
                doing("tiroir", "Ouvrir le tiroir", "cash"),
                doing("clotures", "Clôtures", "receipt"));
        List<String> session = List.of("Fond de caisse : 150,00 €", "40 tickets", "3 chèques à remettre");
        add("tiroir", "La caisse est ouverte.", true, false, session, all);
        add("tiroir-oublie", "La caisse du 23/11/2026 est restée ouverte.", true, true, session, all);
    }

    private static ChoiceView doing(String path, String name, String icon) {
        return new ChoiceView(path, name, "", icon, false);
    }

    private void add(
            String name, String title, boolean open, boolean late, List<String> lines, List<ChoiceView> doings) {
        add(
                name,
                Mode.DRAWER,
                new DrawerView(
                        new DrawerPanel.Overview(open, late, title, lines, doings),
                        GoView.allowed(open ? "On compte le tiroir" : "On compte d’abord le tiroir")));
    }

    private void counts() {
        counting(
                "tiroir-compter",
                Purpose.CLOSING,
                "Compter le tiroir",
                Optional.of("Billets de 20 €"),
                2_000,
                "Comptez tout ce qui est dans le tiroir. Le montant attendu s’affiche après.");
        counting(
                "tiroir-compter-fin",
                Purpose.OPENING,
                "Compter le fond de caisse",
                Optional.empty(),
                0,
                "Laissé dans le tiroir : 150,00 €");
        counting(
                "tiroir-banque",
                Purpose.BANK,
                "Remise en banque",
                Optional.of("Billets de 50 €"),
                5_000,
                "Avec 3 chèques : 74,00 €.");
        counted("tiroir-juste", "150,00 €", "0,00 €", Balance.EXACT, "Le compte est juste.");
        counted("tiroir-ecart", "147,00 €", "−3,00 €", Balance.SMALL, "L’écart est noté. Vous pouvez recompter.");
        counted(
                "tiroir-grand-ecart",
                "2 140,00 €",
                "+1 990,00 €",
                Balance.LARGE,
                "Plus de 5,00 € d’écart : recomptez, ou appelez un responsable.");
        List<TileView> managers = List.of(
                new TileView("LEA", "Léa M.", "user-circle", false),
                new TileView("TOM", "Tom B.", "user-circle", false));
        add(
                "tiroir-responsable",
                Mode.DRAWER,
                new DrawerView(
                        new DrawerPanel.Vouching("−8,00 €", TilesView.page(managers, 0), Optional.empty()),
                        GoView.refused("Choisissez un responsable")));
        add(
                "tiroir-code",
                Mode.DRAWER,
                new DrawerView(
                        new DrawerPanel.Vouching(
                                "−8,00 €",
                                TilesView.page(managers, 0),
                                Optional.of(new PinView("LEA", "Léa M.", "Le code est faux.", 0))),
                        GoView.allowed("Léa M.")));
    }

    private void counting(String name, Purpose purpose, String title, Optional<String> asked, int chosen, String note) {
        List<Face> faces = new ArrayList<>();
        for (int face : CashCount.FACES) {
            String shown = face >= 100 ? face / 100 + " €" : face + " c";
            String spoken = (face >= 500 ? "Billets de " : "Pièces de ") + shown;
            boolean some = face % 3 == 2 && face > 10;
            faces.add(new Face(
                    Integer.toString(face), shown, spoken, some ? "× 12" : "", some ? "1 240,00" : "", face == chosen));
        }
        add(
                name,
                Mode.DRAWER,
                new DrawerView(
                        new DrawerPanel.Counting(purpose, title, "lock", List.of(note), faces, asked, "1 284,50 €"),
                        GoView.allowed("1 284,50 €")));
    }

    private void counted(String name, String counted, String difference, Balance state, String note) {
        add(
                name,
                Mode.DRAWER,
                new DrawerView(
                        new DrawerPanel.Counted(
                                counted,
                                "150,00 €",
                                difference,
                                state,
                                note,
                                List.of(
                                        new PriceView("0,00", "0,00 €", false),
                                        new PriceView("120,00", "120,00 €", true),
                                        new PriceView(counted, counted, false))),
                        GoView.allowed("Reste : 120,00 €")));
    }

    private void between() {
        List<ChoiceView> reasons = List.of(
                new ChoiceView("OUT_PURCHASE", "Petit achat", "", "shopping-cart", true),
                new ChoiceView("OUT_SAFE", "Au coffre", "", "lock", false),
                new ChoiceView("OUT_TILL", "Vers une autre caisse", "", "cash-register", false),
                new ChoiceView("OUT_OTHER", "Autre sortie", "", "dots-circle-horizontal", false));
        add(
                "tiroir-sortie",
                Mode.DRAWER,
                new DrawerView(
                        new DrawerPanel.Reasons("Sortie d’espèces", "arrow-big-up-line", reasons, true),
                        GoView.allowed("Petit achat")));
        add(
                "tiroir-motif",
                Mode.DRAWER,
                new DrawerView(
                        new DrawerPanel.Reasons("Ouvrir le tiroir", "cash", reasons, false),
                        GoView.refused("Choisissez un motif")));
        List<Row> rows = new ArrayList<>();
        for (String row : List.of(
                "Tickets",
                "Ventes",
                "Retours",
                "Net",
                "Remises",
                "Exonéré (art. 261-7-1°)",
                "Taux 20 %",
                "Espèces",
                "Carte",
                "Chèque",
                "Bon d’achat",
                "Dons et arrondis",
                "Adhésions",
                "Annulations",
                "Tiroir sans vente",
                "Grand total")) {
            rows.add(new Row(row, "12 345,50 €", row.equals("Net")));
        }
        add(
                "tiroir-x",
                Mode.DRAWER,
                new DrawerView(new DrawerPanel.Reading("Caisse ouverte le 24/11/2026", rows), GoView.allowed("")));
        List<Line> closings = new ArrayList<>();
        for (int i = 5; i > 0; i--) {
            closings.add(new Line(
                    "901/1/" + i,
                    "Z n° " + (1_200 + i) + " · jour 23/11/2026",
                    "40 tickets · écart −0,50 €",
                    "1 345,50 €"));
        }
        add("tiroir-clotures", Mode.DRAWER, new DrawerView(new DrawerPanel.Listing(closings), GoView.allowed("")));
    }

    private void add(String name, Mode mode, ScreenView screen) {
        FrameView frame = screens.get("caisse-vide");
        List<ModeView> modes = frame.modes().stream()
                .map(m -> new ModeView(m.mode(), m.mode() == mode))
                .toList();
        screens.put(name, new FrameView(frame.token(), frame.bar(), modes, Optional.empty(), screen));
    }
}

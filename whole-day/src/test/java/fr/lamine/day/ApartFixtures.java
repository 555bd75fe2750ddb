package fr.lamine.day;

import fr.lamine.pos.web.view.ApartPanel;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What stands on the till beside the sale at hand.
final class ApartFixtures {

    private final Map<String, FrameView> screens;
    private final TicketView none;
    private final TicketView open;

    private ApartFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
        this.none = ((TillView) screens.get("caisse-vide").screen()).ticket();
        this.open = ((TillView) screens.get("caisse").screen()).ticket();
    }

    static void over(Map<String, FrameView> screens) {
        ApartFixtures fixtures = new ApartFixtures(screens);
        fixtures.holding();
        fixtures.later();
        fixtures.sheets();
        fixtures.reserved();
    }

    private void holding() {
        TillView sold = (TillView) screens.get("caisse-derniere-longue").screen();
        TillPanel.Categories keys = (TillPanel.Categories) sold.panel();
        show(
                "caisse-en-attente",
                new TillView(
                        sold.ticket(), new TillPanel.Categories(keys.tiles(), Optional.of("8 en attente")), sold.go()));
        show("attente", none, held(2));
        show("attente-pleine", open, held(8));
        show("attente-rien", open, held(0));
        show(
                "plus-de-choix",
                open,
                new ApartPanel.More(
                        List.of(
                                thing("code", "Code illisible\u202f?", "barcode", ""),
                                thing("reprise", "Dernières ventes et reprises", "receipt", ""),
                                thing("attente/liste", "Tickets en attente", "clock-pause", "2 en attente"),
                                thing("retraits", "Retraits", "package", "3 attendent"),
                                thing("feuille", "Feuille de secours", "writing", "Saisie de la feuille 101-0012")),
                        true));
    }

    /// A sofa is put aside: paid and collected later, or for a deposit.
    private void later() {
        show(
                "plus-tard",
                open,
                new ApartPanel.Later(
                        "Canapé trois places en velours côtelé",
                        "1\u202f254,00\u202f€",
                        choices("Réserve", "En rayon", "Atelier", "Cour"),
                        choices("Vu en l’état", "Bon état", "À démonter", "À réparer d’abord"),
                        choices("1 semaine", "2 semaines", "1 mois", "Sans date"),
                        false),
                GoView.allowed(""));
        show(
                "acompte",
                open,
                new ApartPanel.Deposit("Canapé trois places en velours côtelé", "1\u202f254,00\u202f€"),
                GoView.allowed("le montant tapé"));
        show(
                "retraits",
                none,
                new ApartPanel.PickUps(
                        IntStream.range(0, 6)
                                .mapToObj(i -> thing(
                                        "P-101-12128-" + i,
                                        "Canapé trois places",
                                        "package",
                                        "Réserve · avant le 07/12/2026"))
                                .toList(),
                        OptionalInt.of(0),
                        OptionalInt.of(2)));
        show("retraits-rien", none, new ApartPanel.PickUps(List.of(), OptionalInt.empty(), OptionalInt.empty()));
        show(
                "retrait",
                none,
                new ApartPanel.PickUp(
                        "P-101-12128-3",
                        "Canapé trois places en velours côtelé",
                        "1",
                        List.of(
                                "Lieu\u202f: Réserve",
                                "État\u202f: À réparer d’abord",
                                "avant le 07/12/2026",
                                "Payé le 23/11/2026, ticket 12\u202f128")),
                GoView.allowed(""));
    }

    /// Somebody online waits for what was scanned.
    private void reserved() {
        show(
                "reserve-en-ligne",
                open,
                new ApartPanel.Reserved(
                        "0410100047110",
                        "« Service à thé en porcelaine de Limoges, douze tasses » est réservé en ligne (LABEL-EMMAUS)."),
                GoView.allowed(""));
    }

    /// The paper sheet: which one, of which day, and its lines under their mark.
    private void sheets() {
        show(
                "feuille",
                none,
                new ApartPanel.Sheets(choices("101-0014", "101-0013", "101-0012", "101-0011", "101-0010")),
                GoView.allowed("les 7 chiffres de la feuille"));
        show(
                "feuille-jour",
                none,
                new ApartPanel.SheetDay(
                        "101-0012",
                        choices("23/11/2026", "22/11/2026", "21/11/2026", "20/11/2026", "19/11/2026", "18/11/2026"),
                        true),
                GoView.allowed("jour et mois, comme 2311"));
        show(
                "feuille-ligne",
                none,
                new ApartPanel.Entering("101-0012", "22/11/2026", "3"),
                GoView.allowed("Numéro de ligne"));
        TillView till = (TillView) screens.get("caisse").screen();
        Optional<String> mark = Optional.of("Feuille 101-0012, ligne 99, vente du 22/11/2026");
        show("caisse-feuille", new TillView(till.ticket(), till.panel(), till.go(), false, mark));
        TillView full = (TillView) screens.get("caisse-longue").screen();
        show("caisse-feuille-longue", new TillView(fewer(full.ticket()), full.panel(), full.go(), false, mark));
    }

    private static TicketView fewer(TicketView full) {
        return TicketView.page(full.lines(), 0, TicketView.LINES - 1, "23 articles", "1\u202f254,00\u202f€")
                .reducible("−1\u202f254,00\u202f€");
    }

    private static List<ChoiceView> choices(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> new ChoiceView(names[i], names[i], "", "package", i == 0))
                .toList();
    }

    private static ApartPanel held(int tickets) {
        return new ApartPanel.Held(IntStream.range(0, tickets)
                .mapToObj(i -> new ChoiceView(
                        Integer.toString(i),
                        "14:3" + i + " · 1\u202f254,00\u202f€",
                        "12 lignes · par AWA",
                        "clock-pause",
                        false))
                .toList());
    }

    private static ChoiceView thing(String path, String name, String icon, String detail) {
        return new ChoiceView(path, name, detail, icon, false);
    }

    private void show(String name, TicketView ticket, ApartPanel panel) {
        show(name, ticket, panel, GoView.allowed(""));
    }

    private void show(String name, TicketView ticket, ApartPanel panel, GoView go) {
        show(name, new TillView(ticket, new TillPanel.Apart(panel), go));
    }

    private void show(String name, TillView view) {
        FrameView frame = screens.get("caisse-vide");
        screens.put(name, new FrameView(frame.token(), frame.bar(), frame.modes(), Optional.empty(), view));
    }
}

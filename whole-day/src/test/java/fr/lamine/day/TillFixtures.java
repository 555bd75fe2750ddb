package fr.lamine.day;

import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TicketView.Sold;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// More of the till: the last sale, which stays before everybody's eyes until the next begins, and a damaged label.
final class TillFixtures {

    static final Sold SOLD = new Sold(
            "Ticket 128 payé", List.of("Carte 10,00\u202f€", "Espèces 10,00\u202f€", "Rendu 2,00\u202f€"), false);
    private static final Sold AGAIN = new Sold(SOLD.number(), SOLD.paid(), true);

    private final Map<String, FrameView> screens;

    private TillFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        TillFixtures fixtures = new TillFixtures(screens);
        fixtures.add("caisse-derniere-vente", "caisse-paiement");
        fixtures.add("caisse-derniere-longue", "caisse-longue");
        fixtures.keying();
        ReductionFixtures.over(screens);
        TenderFixtures.over(screens);
        DrawerFixtures.over(screens);
        AsideFixtures.over(screens);
        fixtures.returning();
        ApartFixtures.over(screens);
        AcrossFixtures.over(screens);
        GoodsFixtures.over(screens);
    }

    /// A customer brings things back: which ticket, which line, why, and how the money goes back.
    private void returning() {
        TicketView none = ((TillView) screens.get("caisse-vide").screen()).ticket();
        List<TicketView.Line> lines = List.of(
                new TicketView.Line(
                        "0",
                        "Lampe à poser",
                        "Repris\u202f: Ne marche pas",
                        "1",
                        "-8,00\u202f€",
                        false,
                        false,
                        TicketView.Kind.BACK),
                new TicketView.Line(
                        "1",
                        "Lot assiettes",
                        "Repris\u202f: Ne convient pas",
                        "2",
                        "-1,00\u202f€",
                        true,
                        false,
                        TicketView.Kind.BACK));
        TicketView back = TicketView.page(lines, 0, "0 article", "-9,00\u202f€");
        show(
                "reprise-tickets",
                new TillView(
                        none,
                        new TillPanel.Receipts(choices(
                                "Ticket 12\u202f128 · 10:42 · 1\u202f018,00\u202f€",
                                "Carte 1\u202f000,00\u202f€ + Espèces 10,00\u202f€ + Bon d’achat 8,00\u202f€",
                                "Ticket 12\u202f127 · 10:38 · 6,50\u202f€",
                                "Espèces 10,00\u202f€",
                                "Ticket 12\u202f126 · 10:31 · 112,00\u202f€",
                                "Chèque 112,00\u202f€")),
                        GoView.allowed("Numéro de ticket tapé")));
        show(
                "reprise-lignes",
                new TillView(
                        back,
                        new TillPanel.SoldLines(
                                "Ticket 128 du 23/11/2026",
                                choices(
                                        "Lampe à poser", "8,00\u202f€ · Déjà rendu",
                                        "Lot assiettes", "3,00\u202f€ · 4 à rendre",
                                        "Veste en jean", "6,00\u202f€ · 1 à rendre",
                                        "Table de sal…", "1\u202f120,00\u202f€ · 1 à rendre"),
                                OptionalInt.of(0),
                                OptionalInt.of(2),
                                TillPanel.Receipt.PRINTED),
                        GoView.allowed("9,00\u202f€"),
                        true));
        show(
                "reprise-motif",
                new TillView(
                        back,
                        new TillPanel.Reasons(
                                "Lot assiettes",
                                "Tapez le nombre rendu, au plus 4",
                                choices(
                                        "Ne marche pas", "Va\u202f: Tri",
                                        "Abîmé", "Va\u202f: Tri",
                                        "Ne convient pas", "Va\u202f: Rayon",
                                        "Erreur de caisse", "Va\u202f: Rayon")),
                        GoView.allowed(""),
                        true));
        show(
                "reprise-ligne",
                new TillView(
                        back,
                        new TillPanel.ReturnActions("1", "Lot assiettes", "1,00\u202f€"),
                        GoView.allowed("9,00\u202f€"),
                        true));
        show(
                "reprise-rendre",
                new TillView(
                        back,
                        new TillPanel.Refund(
                                "9,00\u202f€",
                                List.of(
                                        new ChoiceView("CASH", "Espèces", "", "cash", false),
                                        new ChoiceView("CARD", "Carte", "", "credit-card", false),
                                        new ChoiceView("VOUCHER", "Bon d’achat", "", "tag", false))),
                        GoView.allowed(""),
                        true));
    }

    private static List<ChoiceView> choices(String... namesAndDetails) {
        return IntStream.range(0, namesAndDetails.length / 2)
                .mapToObj(i -> new ChoiceView(
                        Integer.toString(i), namesAndDetails[2 * i], namesAndDetails[2 * i + 1], "receipt", false))
                .toList();
    }

    private void show(String name, TillView view) {
        FrameView frame = screens.get("caisse-vide");
        screens.put(name, new FrameView(frame.token(), frame.bar(), frame.modes(), Optional.empty(), view));
    }

    private void keying() {
        FrameView frame = screens.get("caisse-prix");
        TillView till = (TillView) frame.screen();
        GoView digits = GoView.allowed("13 chiffres, ou les 8 derniers");
        screens.put(
                "caisse-code",
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(till.ticket(), new TillPanel.KeyCode(), digits)));
    }

    private void add(String name, String ticketOf) {
        FrameView frame = screens.get("caisse-vide");
        TillView empty = (TillView) frame.screen();
        TicketView ticket = ((TillView) screens.get(ticketOf).screen()).ticket();
        screens.put(
                name,
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(ticket.paid(AGAIN), empty.panel(), empty.go())));
    }
}

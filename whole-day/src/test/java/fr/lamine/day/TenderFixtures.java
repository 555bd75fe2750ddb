package fr.lamine.day;

import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TenderPanel;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tenders that need more than one tap, and the card terminal.
final class TenderFixtures {

    /// Beside cash.
    static final List<ChoiceView> KEYS = List.of(
            new ChoiceView("payer/carte", "Carte", "", "credit-card", false),
            new ChoiceView("cheque", "Chèque", "", "writing", false),
            new ChoiceView("payer/autres", "Autre", "", "dots", false));

    private static final String DUE = "118,50\u202f€";
    private static final List<String> BANKS = List.of(
            "Crédit Agricole",
            "BNP Paribas",
            "Caisse d’Épargne",
            "Crédit Mutuel",
            "Société Générale",
            "La Banque Postale",
            "LCL",
            "Banque Populaire",
            "CIC");

    private final Map<String, FrameView> screens;
    private final TicketView ticket;

    private TenderFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
        this.ticket = ((TillView) screens.get("caisse-paiement").screen()).ticket();
    }

    static void over(Map<String, FrameView> screens) {
        TenderFixtures fixtures = new TenderFixtures(screens);
        fixtures.show(
                "paiement-autres",
                new TenderPanel.Others(
                        DUE,
                        List.of(
                                choice("bon", "Bon d’achat", "scannez-le, ou tapez son code", "tag"),
                                choice("virement", "Virement", "référence facultative", "building-bank"),
                                choice("payer/locale", "Monnaie locale", "ne rend pas la monnaie", "heart-handshake"),
                                choice(
                                        "payer/main",
                                        "Carte à la main",
                                        "montant tapé sur le terminal",
                                        "credit-card"))),
                "");
        fixtures.show(
                "paiement-cheque",
                new TenderPanel.Cheque(DUE, "100,00\u202f€", "1234567", banks(5, "Caisse d’Épargne")),
                "1234567 · Caisse d’Épargne");
        fixtures.show(
                "paiement-banques",
                new TenderPanel.Banks(DUE, "100,00\u202f€", banks(9, "LCL"), ""),
                "la banque tapée");
        fixtures.show("paiement-bon", new TenderPanel.Voucher(DUE), "le code tapé");
        fixtures.show("paiement-virement", new TenderPanel.Transfer(DUE, "100,00\u202f€"), "100,00\u202f€");
        fixtures.show(
                "paiement-reprendre",
                new TenderPanel.TakeBack(
                        "0,00\u202f€",
                        List.of(
                                choice("0", "Espèces 10,00\u202f€", "", "cash"),
                                choice("1", "Chèque 8,50\u202f€", "1234567 · Crédit Coopératif", "writing"),
                                choice(
                                        "2",
                                        "Carte 100,00\u202f€",
                                        "123456 · acceptée par le terminal",
                                        "credit-card"))),
                "");
        fixtures.show("paiement-terminal", new TenderPanel.CardWait(DUE, "100,00\u202f€"), "");
        fixtures.show(
                "paiement-doute",
                new TenderPanel.CardDoubt(DUE, "100,00\u202f€", "La liaison avec le terminal s’est coupée."),
                "");
    }

    private static ChoiceView choice(String code, String name, String detail, String icon) {
        return new ChoiceView(code, name, detail, icon, false);
    }

    private static List<ChoiceView> banks(int most, String chosen) {
        return BANKS.stream()
                .limit(most)
                .map(bank -> new ChoiceView(bank, bank, "", "building-bank", bank.equals(chosen)))
                .toList();
    }

    private void show(String name, TenderPanel panel, String go) {
        FrameView frame = screens.get("caisse-paiement");
        screens.put(
                name,
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(ticket, new TillPanel.Tendering(panel), GoView.allowed(go))));
    }
}

package fr.lamine.day;

import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.SignInView.PinView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Prices that need a reason and what comes off them.
final class ReductionFixtures {

    private static final List<TicketView.Line> LINES = List.of(
            line("1", "Chaise bois", "En rayon depuis 60 jours −2,10\u202f€", "1", "4,90\u202f€", false),
            line(
                    "2",
                    "Lot assiettes",
                    "En rayon depuis 90 jours −1,50\u202f€, Fête de l’école −0,75\u202f€, Geste commercial −0,08\u202f€",
                    "6 × 0,50",
                    "0,67\u202f€",
                    true),
            line("3", "Veste en jean", "Samedi à −50\u202f% −3,00\u202f€", "1", "3,00\u202f€", false),
            line("4", "Livre poche", "Livres", "2 × 1,00", "2,00\u202f€", false));
    private static final TicketView TICKET =
            TicketView.page(LINES, 0, "10 articles", "9,51\u202f€").reducible("−1,06\u202f€");

    private final Map<String, FrameView> screens;

    private ReductionFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        ReductionFixtures fixtures = new ReductionFixtures(screens);
        GoView typed = GoView.allowed("le montant tapé");
        fixtures.show("caisse-remises", "caisse", GoView.allowed("9,51\u202f€"));
        fixtures.show(
                "caisse-remise-ligne",
                new TillPanel.Reduce("Lot assiettes", "0,75\u202f€", reasons("Geste commercial"), true),
                typed);
        fixtures.show(
                "caisse-remise-ticket",
                new TillPanel.Reduce("tout le ticket", "10,57\u202f€", reasons("Quantité"), false),
                typed);
        String why = "Une remise de plus de 10\u202f% demande un responsable.";
        TilesView managers = TilesView.page(
                List.of(
                        new TileView("LEA", "Léa M.", "user-circle", false),
                        new TileView("IDA", "Ida B.", "user-circle", false)),
                0);
        fixtures.show(
                "caisse-responsables",
                new TillPanel.Vouching(why, managers, Optional.empty()),
                GoView.refused("Choisissez un responsable"));
        fixtures.show(
                "caisse-responsable-code",
                new TillPanel.Vouching(why, managers, Optional.of(new PinView("LEA", "Léa M.", "", 0))),
                GoView.allowed("Léa M."));
        fixtures.show(
                "caisse-responsable-faux",
                new TillPanel.Vouching(why, managers, Optional.of(new PinView("LEA", "Léa M.", "Code faux.", 20))),
                GoView.refused("Attendez un peu"));
        fixtures.show(
                "caisse-motif-prix",
                new TillPanel.WhyPrice(
                        "3,50\u202f€",
                        choices(
                                Optional.empty(),
                                "Abîmé",
                                "Incomplet",
                                "Étiquette fausse",
                                "Belle pièce",
                                "Prix convenu")),
                GoView.refused("Pourquoi ce prix\u202f?"));
    }

    private static List<ChoiceView> reasons(String chosen) {
        return choices(Optional.of(chosen), "Geste commercial", "Abîmé", "Quantité");
    }

    private static List<ChoiceView> choices(Optional<String> chosen, String... names) {
        return Stream.of(names)
                .map(name -> new ChoiceView(name, name, "", "tag", chosen.equals(Optional.of(name))))
                .toList();
    }

    private static TicketView.Line line(
            String id, String name, String detail, String quantity, String price, boolean chosen) {
        return new TicketView.Line(id, name, detail, quantity, price, chosen, false);
    }

    private void show(String name, String panelOf, GoView go) {
        show(name, ((TillView) screens.get(panelOf).screen()).panel(), go);
    }

    private void show(String name, TillPanel panel, GoView go) {
        FrameView frame = screens.get("caisse-vide");
        screens.put(
                name,
                new FrameView(
                        frame.token(), frame.bar(), frame.modes(), Optional.empty(), new TillView(TICKET, panel, go)));
    }
}

package fr.lamine.day;

import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What another till sold comes back while the office cannot tell of it.
final class AcrossFixtures {

    private static final String TITLE = "Ticket de la caisse 902";

    private AcrossFixtures() {}

    static void over(Map<String, FrameView> screens) {
        TillPanel.Categories categories =
                (TillPanel.Categories) ((TillView) screens.get("caisse-vide").screen()).panel();
        show(
                screens,
                "reprise-ailleurs-categorie",
                new TillPanel.Unseen(
                        TITLE,
                        "Le bureau ne connaît pas encore ce ticket\u202f: contre un bon seulement, avec un responsable.",
                        Optional.of(categories.tiles()),
                        false,
                        List.of()));
        show(
                screens,
                "reprise-ailleurs-ligne",
                new TillPanel.Unseen(
                        TITLE,
                        "Tapez le prix payé, puis touchez la ligne du ticket.",
                        Optional.empty(),
                        false,
                        List.of(
                                line("1", "ligne"),
                                line("2", "ligne"),
                                line("3", "ligne"),
                                line("4", "ligne"),
                                line("5", "ligne"),
                                line("?", "autre ligne"))));
        show(
                screens,
                "reprise-ailleurs-motif",
                new TillPanel.Unseen(
                        TITLE,
                        "Pourquoi est-ce rendu\u202f? 4,50\u202f€",
                        Optional.empty(),
                        true,
                        List.of(
                                line("Ne marche pas", "retourne au tri"),
                                line("Abîmé", "retourne au tri"),
                                line("Ne convient pas", "retourne en rayon"),
                                line("Erreur de caisse", "retourne en rayon"))));
    }

    private static ChoiceView line(String name, String detail) {
        return new ChoiceView(name, name, detail, "receipt", false);
    }

    private static void show(Map<String, FrameView> screens, String name, TillPanel panel) {
        FrameView frame = screens.get("caisse-vide");
        TicketView ticket = ((TillView) frame.screen()).ticket();
        screens.put(
                name,
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(ticket, panel, GoView.allowed(""))));
    }
}

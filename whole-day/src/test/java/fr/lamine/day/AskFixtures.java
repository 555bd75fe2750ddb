package fr.lamine.day;

import fr.lamine.pos.web.view.AskView;
import fr.lamine.pos.web.view.AskView.Answer;
import fr.lamine.pos.web.view.FrameView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the printing queue asks, over screens that are there already.
final class AskFixtures {

    static final String NO_PAPER =
            "L’imprimante n’a plus de papier. La vente est enregistrée. Il sortira entier dès que possible.";
    private static final Answer YES = new Answer("Oui", "/impression/sorti", "7", "KeyO");
    private static final Answer AGAIN = new Answer("Non, réimprimer", "/impression/encore", "7", "KeyN");
    private static final Answer PRINT = new Answer("Imprimer", "/impression/imprimer", "7", "KeyO");
    private static final Answer NO = new Answer("Non", "/impression/annuler", "7", "KeyN");
    private static final Answer CANCEL = new Answer("Ne pas imprimer", "/impression/annuler", "7", "KeyN");

    private final Map<String, FrameView> screens;

    private AskFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        AskFixtures fixtures = new AskFixtures(screens);
        fixtures.add(
                "question-ticket",
                "caisse-paiement",
                "Le ticket n° 1\u202f284 est-il sorti\u202f?",
                "L’imprimante ne répond pas.",
                YES,
                AGAIN);
        fixtures.add(
                "question-etiquette",
                "pesee-sans-balance",
                "L’étiquette «\u202fService à thé de mami…, 12,50\u202f€\u202f» est-elle sortie\u202f?",
                "Le poste s’est arrêté avant de le savoir.",
                YES,
                AGAIN);
        fixtures.add(
                "question-attente",
                "etiquettes",
                "3 impressions, en attente depuis 14:02.",
                "Faut-il encore imprimer\u202f?",
                PRINT,
                NO);
        fixtures.add(
                "question-papier",
                "caisse-rendu",
                "Le ticket n° 128 attend l’imprimante.",
                "L’imprimante n’a plus de papier.",
                CANCEL);
    }

    private void add(String name, String over, String text, String detail, Answer... answers) {
        FrameView frame = screens.get(over);
        AskView ask = new AskView(name, text, detail, List.of(answers));
        screens.put(
                name,
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        Optional.of(ask),
                        frame.screen(),
                        0));
    }
}

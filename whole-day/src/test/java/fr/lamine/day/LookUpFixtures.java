package fr.lamine.day;

import fr.lamine.model.item.VoidReason;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.LookUpView;
import fr.lamine.pos.web.view.LookUpView.Detail;
import fr.lamine.pos.web.view.LookUpView.Fact;
import fr.lamine.pos.web.view.LookUpView.FilterView;
import fr.lamine.pos.web.view.LookUpView.LookUpPanel;
import fr.lamine.pos.web.view.LookUpView.Option;
import fr.lamine.pos.web.view.LookUpView.Results;
import fr.lamine.pos.web.view.LookUpView.Row;
import fr.lamine.pos.web.view.LookUpView.Voiding;
import fr.lamine.pos.web.view.ModeView.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The search at the counter.
final class LookUpFixtures {

    private static final List<FilterView> FILTERS = List.of(
            filter("category", "Catégorie", "Gros électroménager hors froid"),
            filter("most", "Prix", "jusqu’à 10,00\u202f€"),
            filter("since", "Étiqueté", "depuis 180 jours et plus"),
            filter("site", "Lieu", "Gentilly"),
            filter("here", "État", "pas encore vendu"));

    private static final Row TEAPOT = new Row(
            "0410100000122", "Théière en grès", "Vaisselle · 04 101 0000012 2", "4,50\u202f€", "En rayon", false);

    private final Map<String, FrameView> screens;

    private LookUpFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        LookUpFixtures fixtures = new LookUpFixtures(screens);
        fixtures.add("chercher-rien", new Results(List.of(), Optional.empty(), Optional.empty()), "licorne");
        fixtures.add(
                "chercher",
                new Results(
                        Stream.of(
                                        TEAPOT,
                                        new Row(
                                                "0410100000139",
                                                "Bibliothèque vitrée à deux portes, chêne massif, très lourde",
                                                "Meubles · 04 101 0000013 9",
                                                "1\u202f280,00\u202f€",
                                                "Parti",
                                                true),
                                        new Row(
                                                "0410100000146",
                                                "Verres à pied",
                                                "Vaisselle · 04 101 0000014 6",
                                                "0,50\u202f€",
                                                "Reste 4 sur 6",
                                                false),
                                        TEAPOT,
                                        TEAPOT,
                                        TEAPOT)
                                .toList(),
                        Optional.of(0),
                        Optional.of(2)),
                "théière");
        fixtures.add("chercher-article", detail(), "");
        fixtures.add(
                "chercher-annuler",
                new Voiding(
                        "0410100000122",
                        "04 101 0000012 2",
                        "Bibliothèque vitrée à deux portes, chêne massif, très lourde",
                        "En rayon",
                        List.of(
                                reason("MISTAKE", "arrows-split", "Les objets restent ici, sans étiquette."),
                                reason("BROKEN", "alert-triangle", "Le poids sort du rayon, comme casse."),
                                reason("THROWN_AWAY", "trash", "Le poids sort du rayon, comme déchet."))),
                "");
    }

    private static ChoiceView reason(String reason, String icon, String detail) {
        return new ChoiceView(reason, Texts.french().word(VoidReason.valueOf(reason)), detail, icon, false);
    }

    private static Detail detail() {
        return new Detail(
                "0410100000122",
                "04 101 0000012 2",
                "Théière en grès",
                "4,50\u202f€",
                "En rayon",
                false,
                List.of(
                        new Fact("Code", "04 101 0000012 2"),
                        new Fact("Catégorie", "Vaisselle"),
                        new Fact("Lieu", "Arcueil"),
                        new Fact("Poids d’une pièce", "0,820\u202fkg"),
                        new Fact("Prix du lot", "3,00\u202f€"),
                        new Fact("Étiqueté le", "23/11/2026")),
                List.of(
                        new Fact("23/11/2026 10:04", "Étiqueté"),
                        new Fact("23/11/2026 14:12", "Vendu, ticket 128"),
                        new Fact("24/11/2026 09:30", "Repris en rayon × 1")),
                Optional.of("101/1/12"),
                true);
    }

    private static FilterView filter(String name, String label, String other) {
        return new FilterView(name, label, List.of(new Option("", "Tout", true), new Option("x", other, false)));
    }

    private void add(String name, LookUpPanel panel, String words) {
        screens.put(
                name,
                ScreenFixtures.frame(
                        Mode.LOOK_UP,
                        ConnectionView.upToDate(),
                        ScreenFixtures.READY,
                        Optional.empty(),
                        new LookUpView(panel, words, FILTERS)));
    }
}

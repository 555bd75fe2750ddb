package fr.lamine.day;

import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.ParkedView;
import fr.lamine.pos.web.view.ParkedView.Card;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.WeighInPanel;
import fr.lamine.pos.web.view.WeighInPanel.Asked;
import fr.lamine.pos.web.view.WeighInPanel.Found;
import fr.lamine.pos.web.view.WeighInView;
import fr.lamine.pos.web.view.WeighInView.LastWeighing;
import fr.lamine.pos.web.view.WeightView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A mixed load that is sorted, and the weighings of the day.
final class SortingFixtures {

    private static final List<String> NAMES = List.of(
            "À classer",
            "Meubles",
            "Textile",
            "Chaussures",
            "Livres",
            "Jouets",
            "Vaisselle",
            "Petit électroménager",
            "Écrans",
            "Bricolage",
            "Vélos");

    private SortingFixtures() {}

    static void over(Map<String, FrameView> screens) {
        FrameView weighing = screens.get("pesee");
        TilesView loads = new TilesView(
                NAMES.stream()
                        .map(name -> new TileView("load", name, "box", name.equals("À classer")))
                        .toList(),
                OptionalInt.of(1));
        screens.put("pesee-lots", with(weighing, new WeighInPanel.Loads(loads), "Apport volontaire · Arcueil"));
        WeighInView plain = (WeighInView) weighing.screen();
        screens.put("pesee-tri", with(weighing, plain.panel(), "Lot\u202f: Petit électroménager"));
        List<LastWeighing> last = IntStream.range(0, WeighInPanel.History.ROWS)
                .mapToObj(i -> new LastWeighing(
                        "14:3" + i,
                        "box",
                        NAMES.get(i + 5),
                        (i * 7 + 2) + ",460\u202fkg",
                        i == 2 ? Optional.empty() : Optional.of("901/1/" + i),
                        i == 2))
                .toList();
        screens.put(
                "pesee-dernieres",
                with(
                        weighing,
                        new WeighInPanel.History(last, OptionalInt.of(2), OptionalInt.of(0)),
                        "Apport volontaire · Arcueil"));
        asked(screens, weighing);
        words(screens, weighing);
        dismantling(screens, weighing);
        parking(screens, weighing);
    }

    private static void asked(Map<String, FrameView> screens, FrameView weighing) {
        List<ChoiceView> businesses = Stream.concat(
                        Stream.of(new ChoiceView("", "Pas dit", "", "x", false)),
                        IntStream.range(0, 7)
                                .mapToObj(i -> new ChoiceView("s" + i, "732 829 320 0007" + i, "", "building", i == 1)))
                .toList();
        screens.put(
                "pesee-siret",
                with(
                        weighing,
                        new Asked(
                                "building",
                                "De quelle entreprise\u202f?",
                                businesses,
                                "answer",
                                "/pesee/siret",
                                "SIRET, 14 chiffres",
                                18),
                        "Entreprise · 732 829 320 00074 · Gentilly"));
        List<ChoiceView> takers = Stream.of("Pas dit", "Ecologic", "Ecomaison", "Le Relais")
                .map(name -> new ChoiceView(name, name, "", "building-community", name.equals("Le Relais")))
                .toList();
        Asked who = new Asked(
                "building-community", "Pour qui\u202f?", takers, "answer", "/pesee/repreneur", "Autre structure", 40);
        screens.put("pesee-repreneur", leaving(weighing, who, weight(weighing)));
        List<ChoiceView> tables = Stream.concat(
                        Stream.of(new ChoiceView("", "Peser", "", "weight", false)),
                        IntStream.rangeClosed(1, 7)
                                .mapToObj(n -> new ChoiceView(
                                        Integer.toString(n),
                                        n == 1 ? "1 pièce" : n + " pièces",
                                        "≈ " + n * 23 + ",000\u202fkg",
                                        "armchair",
                                        n == 2)))
                .toList();
        Asked pieces = new Asked(
                "armchair",
                "Tables\u202f: combien, sans peser\u202f?",
                tables,
                "answer",
                "/pesee/pieces",
                "Autre nombre",
                3);
        screens.put(
                "pesee-pieces",
                leaving(
                        weighing,
                        pieces,
                        new WeightView(
                                WeightView.State.AVERAGE, "46,000", Optional.empty(), "Poids moyen × 2, pas pesé")));
        screens.put("pesee-contenants-compter", leaving(weighing, containers(), weight(weighing)));
        screens.put(
                "pesee-vignette",
                leaving(
                        weighing,
                        ((WeighInView) weighing.screen()).panel(),
                        weight(weighing).noted("Vignette périmée")));
    }

    private static void words(Map<String, FrameView> screens, FrameView weighing) {
        List<Found> found = List.of(
                new Found(
                        "vaisselle",
                        "tools-kitchen-2",
                        "poêle → Vaisselle",
                        "Hors filière · bon état\u202f: Rayon, sinon\u202f: Déchets"),
                new Found(
                        "petit_electromenager",
                        "plug",
                        "poêle électrique → Petit électro",
                        "Filière électrique · bon état\u202f: Atelier, sinon\u202f: Recyclage"),
                new Found(
                        "a_classer", "box", "poêle à pétrole → À classer", "Hors filière · toujours\u202f: Déchèterie"),
                new Found(
                        "outil_de_bricolage_et_jardinage",
                        "hammer",
                        "pelle → Bricolage",
                        "Filière bricolage · bon état\u202f: Rayon, sinon\u202f: Recyclage"));
        screens.put(
                "pesee-mots",
                with(
                        weighing,
                        new WeighInPanel.Categories(
                                List.of(new ChipView("", "Favoris", true), new ChipView("Maison", "Maison", false)),
                                new TilesView(List.of(), OptionalInt.empty()),
                                Optional.of("poele"),
                                found),
                        "Apport volontaire · Arcueil"));
    }

    private static void dismantling(Map<String, FrameView> screens, FrameView weighing) {
        WeighInView plain = (WeighInView) weighing.screen();
        Map<String, WeighInPanel> panels = Map.of(
                "pesee-demontage",
                plain.panel(),
                "pesee-demontage-reste",
                new Asked(
                        "tool",
                        "Il reste 1,200\u202fkg sans pièce. Où\u202f?",
                        List.of(
                                new ChoiceView("STAYS", "Reste au tri", "", "arrows-split", false),
                                new ChoiceView("WASTE", "À la benne", "", "trash", false),
                                new ChoiceView("LOST", "Écart de poids", "", "x", false)),
                        "rest",
                        "/pesee/demontage/reste",
                        "",
                        0));
        panels.forEach((name, panel) -> screens.put(
                name,
                showing(
                        weighing,
                        new WeighInView(
                                panel,
                                plain.weight(),
                                plain.go(),
                                false,
                                plain.container(),
                                "Démontage\u202f: Gros électroménager hors froid",
                                plain.destination(),
                                false,
                                plain.last(),
                                false,
                                Optional.empty(),
                                Optional.of("Reste 1\u202f234,200\u202fkg"),
                                ParkedView.NONE))));
    }

    private static void parking(Map<String, FrameView> screens, FrameView weighing) {
        List<String> names = List.of("À voir", "À tester", "À réparer", "À nettoyer", "À compléter", "À estimer");
        List<String> icons = List.of("question-mark", "plug", "tool", "wash-machine", "plus", "tag");
        List<ChoiceView> reasons = IntStream.range(0, 6)
                .mapToObj(i -> new ChoiceView("R" + i, names.get(i), "", icons.get(i), i == 1))
                .toList();
        List<Card> cards = IntStream.range(0, 6)
                .mapToObj(i -> new Card(
                        Integer.toString(i),
                        names.get(i),
                        (i * 3 + 1) + ",250\u202fkg",
                        i == 0 ? "il y a 12 jours" : "aujourd’hui",
                        i != 2))
                .toList();
        ParkedView twelve = new ParkedView(12, Optional.empty());
        screens.put(
                "pesee-garder", kept(weighing, new WeighInPanel.Camera(reasons, Optional.empty()), ParkedView.NONE));
        screens.put(
                "pesee-garder-photo",
                kept(weighing, new WeighInPanel.Camera(reasons, Optional.of("/pesee/photo")), twelve));
        screens.put(
                "pesee-gardes",
                kept(weighing, new WeighInPanel.Parked(cards, OptionalInt.empty(), OptionalInt.of(1)), twelve));
        screens.put(
                "pesee-garde",
                kept(
                        weighing,
                        ((WeighInView) weighing.screen()).panel(),
                        new ParkedView(12, Optional.of(cards.get(1)))));
    }

    private static FrameView kept(FrameView frame, WeighInPanel panel, ParkedView parked) {
        WeighInView plain = (WeighInView) frame.screen();
        WeightView weight = parked.taken().isPresent()
                ? new WeightView(WeightView.State.PARKED, "4,250", Optional.empty(), "À tester")
                : plain.weight();
        return showing(
                frame,
                new WeighInView(
                        panel,
                        weight,
                        GoView.allowed("À classer · 4,250\u202fkg"),
                        false,
                        plain.container(),
                        plain.source(),
                        plain.destination(),
                        false,
                        plain.last(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        parked));
    }

    private static FrameView showing(FrameView frame, WeighInView screen) {
        return new FrameView(frame.token(), frame.bar(), frame.modes(), frame.band(), screen);
    }

    private static WeighInPanel containers() {
        return new WeighInPanel.Containers(IntStream.range(0, 5)
                .mapToObj(i -> new ChoiceView("BAC-" + i, "Bac " + i, "1,200\u202fkg", "box", i == 0))
                .toList());
    }

    private static WeightView weight(FrameView frame) {
        return ((WeighInView) frame.screen()).weight();
    }

    /// Goods that leave with a slip, and that may be counted.
    private static FrameView leaving(FrameView frame, WeighInPanel panel, WeightView weight) {
        WeighInView plain = (WeighInView) frame.screen();
        return showing(
                frame,
                new WeighInView(
                        panel,
                        weight,
                        GoView.allowed("Tables · 46,000\u202fkg"),
                        false,
                        Optional.empty(),
                        "Rayon",
                        "Recyclage · Le Relais",
                        false,
                        plain.last(),
                        true,
                        Optional.of("12 pesées · 341,200\u202fkg"),
                        Optional.empty(),
                        ParkedView.NONE));
    }

    private static FrameView with(FrameView frame, WeighInPanel panel, String source) {
        WeighInView plain = (WeighInView) frame.screen();
        return showing(
                frame,
                new WeighInView(
                        panel,
                        plain.weight(),
                        GoView.allowed("Vaisselle · 12,340\u202fkg"),
                        false,
                        plain.container(),
                        source,
                        plain.destination(),
                        false,
                        plain.last()));
    }
}

package fr.lamine.day;

import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.LabellingPanel;
import fr.lamine.pos.web.view.LabellingView;
import fr.lamine.pos.web.view.LabellingView.LastLabel;
import fr.lamine.pos.web.view.ModeView.Mode;
import fr.lamine.pos.web.view.WeightView;
import fr.lamine.pos.web.view.WeightView.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The labelling screen.
final class LabelFixtures {

    private final Map<String, FrameView> screens;

    private LabelFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        new LabelFixtures(screens).fill();
    }

    void fill() {
        LabellingPanel prices = new LabellingPanel.Prices(
                "Vaisselle",
                "tools-kitchen-2",
                List.of(
                        ScreenFixtures.price("0,50", false),
                        ScreenFixtures.price("1,00", true),
                        ScreenFixtures.price("2,00", false)),
                "1,00\u202f€",
                "6");
        label(
                "etiquettes",
                new LabellingPanel.Categories(ScreenFixtures.tiles("")),
                false,
                GoView.refused("Choisissez une catégorie."),
                List.of());
        label(
                "etiquettes-prix",
                prices,
                true,
                GoView.allowed("6 pièces · 6,00\u202f€"),
                List.of(new LastLabel("l-1", "14:30", "04 101 0000398 4", "Veste en jean", "6,00\u202f€")));
        label(
                "etiquettes-collee",
                new LabellingPanel.Categories(ScreenFixtures.tiles("")),
                false,
                GoView.refused("Choisissez une catégorie."),
                Optional.of("04 000 0000012 5"),
                List.of());
        label(
                "etiquettes-collee-prix",
                prices,
                true,
                GoView.allowed("6 pièces · 6,00\u202f€"),
                Optional.of("04 000 0000012 5"),
                List.of(new LastLabel("l-1", "14:30", "04 101 0000398 4", "Veste en jean", "6,00\u202f€")));
        label(
                "etiquettes-sans-prix",
                new LabellingPanel.Prices(
                        "Petit électro",
                        "plug",
                        List.of(
                                ScreenFixtures.price("5,00", false),
                                ScreenFixtures.price("10,00", false),
                                ScreenFixtures.price("20,00", false)),
                        "",
                        "1"),
                false,
                GoView.refused("Choisissez un prix."),
                List.of());
    }

    private void label(String name, LabellingPanel panel, boolean drawn, GoView go, List<LastLabel> last) {
        label(name, panel, drawn, go, Optional.empty(), last);
    }

    private void label(
            String name, LabellingPanel panel, boolean drawn, GoView go, Optional<String> stuck, List<LastLabel> last) {
        screens.put(
                name,
                ScreenFixtures.frame(
                        Mode.LABELLING,
                        ConnectionView.upToDate(),
                        ScreenFixtures.READY,
                        Optional.empty(),
                        new LabellingView(
                                panel,
                                drawn ? Optional.of("/etiquettes/apercu.png?token=fixture") : Optional.empty(),
                                drawn ? "Étiquette : Vaisselle, 6 pièces, 6,00\u202f€" : "L’étiquette apparaîtra ici.",
                                "",
                                "Titre, si utile",
                                WeightView.of(State.STABLE, "2,140", "0,000", "2,140"),
                                List.of(
                                        new ChoiceView("SCALE", "Balance", "", "scale", true),
                                        new ChoiceView("AVERAGE", "Poids moyen", "", "dots-circle-horizontal", false)),
                                List.of(
                                        new ChoiceView("SORTING", "Tri", "", "arrows-split", true),
                                        new ChoiceView("SHOP", "Rayon", "", "building-store", false)),
                                go,
                                stuck,
                                last)));
    }
}

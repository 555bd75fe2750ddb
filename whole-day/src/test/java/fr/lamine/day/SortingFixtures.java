package fr.lamine.day;

import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.WeighInPanel;
import fr.lamine.pos.web.view.WeighInView;
import fr.lamine.pos.web.view.WeighInView.LastWeighing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
    }

    private static FrameView with(FrameView frame, WeighInPanel panel, String source) {
        WeighInView plain = (WeighInView) frame.screen();
        return new FrameView(
                frame.token(),
                frame.bar(),
                frame.modes(),
                frame.band(),
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

package fr.lamine.day;

import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.GoodsPanel;
import fr.lamine.pos.web.view.GoodsPanel.LastView;
import fr.lamine.pos.web.view.GoodsPanel.LineView;
import fr.lamine.pos.web.view.GoodsView;
import fr.lamine.pos.web.view.ModeView.Mode;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.WeightView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Transfers and counts.
final class GoodsFixtures {

    private final Map<String, FrameView> screens;

    private GoodsFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        GoodsFixtures fixtures = new GoodsFixtures(screens);
        fixtures.transfers();
        fixtures.counts();
    }

    private void transfers() {
        add(
                "transferts",
                asking(
                        Mode.TRANSFER,
                        "/transferts",
                        new GoodsPanel.Asking(
                                "Que faites-vous\u202f?",
                                List.of(
                                        new ChoiceView("SEND", "Envoyer", "vers un autre lieu", "truck", false),
                                        new ChoiceView(
                                                "RECEIVE",
                                                "Recevoir",
                                                "ou reprendre ce qui revient",
                                                "package",
                                                false)),
                                "way",
                                "/transferts/sens",
                                "Pour recevoir, vous pouvez aussi scanner le bon tout de suite.",
                                List.of(
                                        new LastView("901/1/1284", "14:02", "Envoi vers Gentilly", "T-901-1-1284"),
                                        new LastView("", "09:31", "Réception", "T-902-1-77")))));
        add(
                "transferts-lieu",
                asking(
                        Mode.TRANSFER,
                        "/transferts",
                        new GoodsPanel.Asking(
                                "Vers quel lieu\u202f?",
                                IntStream.range(0, 8)
                                        .mapToObj(i -> new ChoiceView(
                                                "S" + i, "Boutique éphémère de la place " + i, "", "map-pin", false))
                                        .toList(),
                                "site",
                                "/transferts/site",
                                "",
                                List.of())));
        add("transferts-bon", asking(Mode.TRANSFER, "/transferts", new GoodsPanel.Slip("Réception")));
        add("transferts-vide", list(Mode.TRANSFER, "/transferts", "Envoi vers Gentilly", listing(0, false), false));
        add("transferts-liste", list(Mode.TRANSFER, "/transferts", "Envoi vers Gentilly", listing(5, true), true));
        add(
                "transferts-vrac",
                list(
                        Mode.TRANSFER,
                        "/transferts",
                        "Réception du bon T-902-1-1284",
                        new GoodsPanel.Kinds(new TilesView(
                                IntStream.range(0, 11)
                                        .mapToObj(i ->
                                                new TileView("c" + i, "Gros électroménager", "wash-machine", false))
                                        .toList(),
                                OptionalInt.of(1))),
                        false));
        add(
                "transferts-pesee",
                list(
                        Mode.TRANSFER,
                        "/transferts",
                        "Réception du bon T-902-1-1284",
                        new GoodsPanel.Weighing(
                                "Vaisselle",
                                "tools-kitchen-2",
                                WeightView.of(WeightView.State.STABLE, "112,340", "1,200", "111,140"),
                                Optional.of("Bac gris · 1,200\u202fkg"),
                                "0,400\u202fkg"),
                        true));
        add(
                "transferts-pesee-courte",
                list(
                        Mode.TRANSFER,
                        "/transferts",
                        "Réception du bon T-902-1-1284",
                        new GoodsPanel.Weighing(
                                "Vaisselle",
                                "tools-kitchen-2",
                                WeightView.of(WeightView.State.STABLE, "5,200", "1,200", "4,000"),
                                Optional.of("Bac gris · 1,200\u202fkg"),
                                "0,400\u202fkg"),
                        true));
        add(
                "transferts-abandon",
                list(
                        Mode.TRANSFER,
                        "/transferts",
                        "Envoi vers Gentilly",
                        new GoodsPanel.Leaving("Abandonner cette liste de 128 pièces\u202f?"),
                        true));
    }

    private void counts() {
        add(
                "inventaire",
                asking(
                        Mode.COUNT,
                        "/inventaire",
                        new GoodsPanel.Asking(
                                "Que comptez-vous\u202f?",
                                List.of(
                                        new ChoiceView(
                                                "",
                                                "Tout le magasin",
                                                "tout ce qui porte une étiquette",
                                                "building-store",
                                                false),
                                        new ChoiceView("Maison", "Maison", "", "package", false),
                                        new ChoiceView("Loisirs", "Loisirs", "", "package", false),
                                        new ChoiceView("Électrique", "Électrique", "", "package", false),
                                        new ChoiceView("Autres", "Autres", "", "package", false)),
                                "family",
                                "/inventaire/commencer",
                                "On peut vendre pendant l’inventaire.",
                                List.of())));
        add(
                "inventaire-liste",
                list(Mode.COUNT, "/inventaire", "Inventaire · tout le magasin", listing(4, false), true));
    }

    private static GoodsPanel listing(int lines, boolean more) {
        return new GoodsPanel.Listing(
                IntStream.range(0, lines).mapToObj(GoodsFixtures::line).toList(),
                more ? OptionalInt.of(0) : OptionalInt.empty(),
                more ? OptionalInt.of(2) : OptionalInt.empty(),
                "Scannez ce qui part, article par article.");
    }

    private static LineView line(int i) {
        return switch (i) {
            case 0 ->
                new LineView(
                        "0410100004127",
                        "",
                        "Service à thé de mamie en porcelaine de Limoges",
                        "04 101 0000412 7",
                        "2 sur 6",
                        "1,204\u202fkg",
                        Optional.of("0410100004127"));
            case 1 -> new LineView("", "0", "Vaisselle", "Vrac, pesé", "", "111,140\u202fkg", Optional.empty());
            case 2 ->
                new LineView(
                        "0433300000016",
                        "",
                        "Étiquette inconnue",
                        "04 333 0000001 6",
                        "1",
                        "poids inconnu",
                        Optional.empty());
            default ->
                new LineView("0410100004134", "", "Lampe", "04 101 0000413 4", "1", "0,850\u202fkg", Optional.empty());
        };
    }

    private static GoodsView asking(Mode mode, String base, GoodsPanel panel) {
        return new GoodsView(mode, base, "", panel, "", "", false, "", GoView.refused("Scannez une étiquette"));
    }

    private static GoodsView list(Mode mode, String base, String what, GoodsPanel panel, boolean ready) {
        return new GoodsView(
                mode,
                base,
                what,
                panel,
                ready ? "128 pièces" : "0 pièce",
                ready ? "1\u202f234,560\u202fkg" : "0,000\u202fkg",
                true,
                mode == Mode.COUNT ? "Terminer" : what.startsWith("Envoi") ? "Envoyer" : "C’est tout",
                ready
                        ? GoView.allowed("128 pièces · 1\u202f234,560\u202fkg")
                        : GoView.refused("Scannez une étiquette, ou pesez du vrac"));
    }

    private void add(String name, GoodsView view) {
        FrameView frame =
                ScreenFixtures.frame(view.mode(), ConnectionView.upToDate(), List.of(), Optional.empty(), view);
        if (screens.put(name, frame) != null) {
            throw new IllegalStateException("two fixtures called " + name);
        }
    }
}

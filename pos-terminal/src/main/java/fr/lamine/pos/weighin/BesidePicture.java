package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Beside;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.text.French;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.WeighInPanel.Asked;
import fr.lamine.pos.web.view.WeighInPanel.Found;
import fr.lamine.pos.weighin.Dismantling.Rest;
import fr.lamine.pos.weighin.ShopWords.ShopWord;
import fr.lamine.pos.weighin.WeighInChoices.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The questions of what goes beside a weight, as they are shown: what was answered last stands there to be touched.
final class BesidePicture {

    private static final int MOST_PIECES_SHOWN = 7;
    private static final int SIRET_TYPED = 18;

    private final Partners partners;
    private final ShopWords words;
    private final Texts texts;

    BesidePicture(Partners partners, ShopWords words, Texts texts) {
        this.partners = partners;
        this.words = words;
        this.texts = texts;
    }

    Asked siret(WeighInChoices chosen, List<Fact.WeighIn> last) {
        Stream<String> used = last.stream()
                .flatMap(w -> w.from() instanceof Account.From(var _, var who) ? who.stream() : Stream.empty());
        return asked(
                "building",
                texts.get("weigh.siretAsk"),
                choices(used, chosen.siret, "building", Siret::spaced),
                "/pesee/siret",
                texts.get("weigh.siretTyped"),
                SIRET_TYPED);
    }

    Asked round(WeighInChoices chosen, List<Fact.WeighIn> last) {
        Stream<String> used = last.stream().flatMap(w -> w.beside().round().stream());
        return asked(
                "truck",
                texts.get("weigh.roundAsk"),
                choices(used, chosen.round, "truck", round -> round),
                "/pesee/tournee",
                texts.get("weigh.roundTyped"),
                Beside.LONGEST);
    }

    Asked partner(WeighInChoices chosen, List<Fact.WeighIn> last) {
        List<String> codes = chosen.outcome()
                .map(outcome -> partners.codes(outcome, last.stream().map(Fact.WeighIn::to)))
                .orElse(List.of());
        boolean given = chosen.destination == Destination.GIVEN;
        return asked(
                given ? "gift" : "building-community",
                given ? texts.get("weigh.givenAsk") : texts.get("weigh.partnerAsk"),
                choices(codes.stream(), chosen.partner, given ? "gift" : "building-community", partners::name),
                "/pesee/repreneur",
                texts.get("weigh.partnerTyped"),
                Beside.LONGEST);
    }

    Asked document(WeighInChoices chosen, List<Fact.WeighIn> last) {
        Stream<String> used = last.stream().flatMap(w -> w.beside().document().stream());
        return asked(
                "receipt",
                texts.get("weigh.documentAsk"),
                choices(used, chosen.document, "receipt", number -> number),
                "/pesee/document",
                texts.get("weigh.documentTyped"),
                Beside.LONGEST);
    }

    Asked pieces(WeighInChoices chosen, Category category, Catalog catalog) {
        List<ChoiceView> choices = new ArrayList<>();
        choices.add(new ChoiceView("", texts.get("weigh.piecesNone"), "", "weight", chosen.pieces.isEmpty()));
        Mass piece = catalog.averagePiece(category.code()).orElse(Mass.ZERO);
        IntStream.rangeClosed(1, MOST_PIECES_SHOWN)
                .mapToObj(n -> new ChoiceView(
                        Integer.toString(n),
                        texts.count("weigh.piecesOf", n),
                        "≈ " + French.kg(piece.times(n)),
                        category.icon(),
                        chosen.pieces.isPresent() && chosen.pieces.getAsInt() == n))
                .forEach(choices::add);
        return asked(
                category.icon(),
                texts.get("weigh.piecesAsk", category.name()),
                choices,
                "/pesee/pieces",
                texts.get("weigh.piecesTyped"),
                3);
    }

    Asked areas(WeighInChoices chosen) {
        List<ChoiceView> choices = Stream.of(Area.SORTING, Area.SHOP, Area.WORKSHOP)
                .map(area -> new ChoiceView(area.name(), texts.word(area), "", icon(area), area == chosen.leavingFrom))
                .toList();
        return new Asked("map-pin", texts.get("weigh.areaAsk"), choices, "area", "/pesee/depart", "", 0);
    }

    /// What became of the grams that no part accounts for.
    Asked rest(String question) {
        List<ChoiceView> choices = List.of(
                new ChoiceView(Rest.STAYS.name(), texts.get("weigh.restStays"), "", "arrows-split", false),
                new ChoiceView(Rest.WASTE.name(), texts.get("weigh.restWaste"), "", "trash", false),
                new ChoiceView(Rest.LOST.name(), texts.get("weigh.restLost"), "", "x", false));
        return new Asked("tool", question, choices, "rest", "/pesee/demontage/reste", "", 0);
    }

    private static String icon(Area area) {
        return switch (area) {
            case SORTING -> "arrows-split";
            case SHOP -> "building-store";
            case WORKSHOP -> "tool";
            case RESERVED -> "box";
        };
    }

    private static Asked asked(
            String icon, String question, List<ChoiceView> choices, String path, String typed, int longest) {
        return new Asked(icon, question, choices, "answer", path, typed, longest);
    }

    private List<ChoiceView> choices(
            Stream<String> used, Optional<String> chosen, String icon, UnaryOperator<String> name) {
        List<ChoiceView> choices = new ArrayList<>();
        choices.add(new ChoiceView("", texts.get("weigh.unsaid"), "", "x", chosen.isEmpty()));
        Stream.concat(chosen.stream(), used)
                .distinct()
                .limit(Asked.MOST - 1)
                .map(code -> new ChoiceView(code, name.apply(code), "", icon, chosen.equals(Optional.of(code))))
                .forEach(choices::add);
        return choices;
    }

    /// Where goods go, as the screen's field says it.
    String destination(WeighInChoices chosen) {
        return destination(chosen.destination)
                + chosen.partner.map(p -> " · " + partners.name(p)).orElse("");
    }

    String destination(Destination destination) {
        return switch (destination) {
            case SORTING -> texts.word(Area.SORTING);
            case SHOP -> texts.word(Area.SHOP);
            case WORKSHOP -> texts.word(Area.WORKSHOP);
            case RECYCLED -> texts.word(Outcome.RECYCLED);
            case WASTE -> texts.word(Outcome.WASTE);
            case DECHETERIE -> texts.word(Outcome.DECHETERIE);
            case REUSED_ELSEWHERE -> texts.word(Outcome.REUSED_ELSEWHERE);
            case GIVEN -> texts.word(Outcome.GIVEN);
            case THEFT -> texts.get("weigh.theft");
            case BREAKAGE -> texts.get("weigh.breakage");
        };
    }

    /// The words that are near to what was typed, each with its category and what to do.
    List<Found> found(String typed, Catalog catalog) {
        return words.find(typed, catalog).stream()
                .map(word -> found(word, catalog.category(word.category()).orElseThrow()))
                .toList();
    }

    /// Words to touch before anything is typed.
    List<ShopWord> some(Catalog catalog) {
        return words.known(catalog);
    }

    private Found found(ShopWord word, Category category) {
        String name = word.text().equalsIgnoreCase(category.name())
                ? category.name()
                : texts.get("weigh.wordIs", word.text(), category.name());
        String stream = category.stream().map(texts::word).orElseGet(() -> texts.get("weigh.noStream"));
        return new Found(
                category.code().code(), category.icon(), name, stream + " · " + whatToDo(word.first(), category));
    }

    private String whatToDo(Destination first, Category category) {
        String otherwise =
                category.stream().isPresent() ? destination(Destination.RECYCLED) : destination(Destination.WASTE);
        return switch (first) {
            case SHOP, WORKSHOP -> texts.get("weigh.goodOrNot", destination(first), otherwise);
            case RECYCLED, WASTE, DECHETERIE, REUSED_ELSEWHERE, GIVEN, SORTING, THEFT, BREAKAGE ->
                texts.get("weigh.always", destination(first));
        };
    }
}

package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.text.French;
import fr.lamine.pos.till.TillChoices.Unseen;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.TillPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bringing back what another till sold, as it is shown while the office cannot tell of it.
final class UnseenPicture {

    /// Lines of a customer's paper that can be tapped.
    static final int PAPER_LINES = 5;

    private final Texts texts;

    UnseenPicture(Texts texts) {
        this.texts = texts;
    }

    TillPanel panel(Unseen unseen, Catalog catalog, int page) {
        String title =
                texts.get("till.unseen", unseen.sale().journal().terminal().code());
        if (unseen.category().isEmpty()) {
            return new TillPanel.Unseen(
                    title,
                    texts.get(unseen.unheard() ? "till.unseenUnheard" : "till.unseenAway"),
                    Optional.of(CategoryTiles.page(CategoryTiles.all(catalog), Optional.empty(), page)),
                    false,
                    List.of());
        }
        return unseen.price()
                .map(price -> choosing(title, texts.get("till.unseenWhy", French.euros(price)), true, reasons()))
                .orElseGet(() -> choosing(title, texts.get("till.unseenPrice"), false, lines()));
    }

    private static TillPanel choosing(String title, String note, boolean reasons, List<ChoiceView> choices) {
        return new TillPanel.Unseen(title, note, Optional.empty(), reasons, choices);
    }

    private List<ChoiceView> lines() {
        List<ChoiceView> lines = new ArrayList<>();
        IntStream.rangeClosed(1, PAPER_LINES)
                .mapToObj(i -> line(Integer.toString(i), Integer.toString(i), "till.unseenLine"))
                .forEach(lines::add);
        lines.add(line("0", "?", "till.unseenOther"));
        return lines;
    }

    private ChoiceView line(String code, String name, String word) {
        return new ChoiceView(code, name, texts.get(word), "receipt", false);
    }

    /// Why something comes back, and where it goes then.
    List<ChoiceView> reasons() {
        return Stream.of(ReturnReason.values())
                .map(reason -> new ChoiceView(
                        reason.name(),
                        reason.words(),
                        texts.get("till.goesTo", texts.word(reason.to())),
                        "arrow-back-up",
                        false))
                .toList();
    }
}

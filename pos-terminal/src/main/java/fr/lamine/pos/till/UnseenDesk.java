package fr.lamine.pos.till;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.text.French;
import fr.lamine.pos.operator.Managers;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.till.TillChoices.BroughtBack;
import fr.lamine.pos.till.TillChoices.Unseen;
import fr.lamine.pos.till.TillChoices.Vouching;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.CounterScreen;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.HttpRules;
import java.util.Optional;

/// The forms of bringing back what another till sold while the office cannot tell of it: category, price and line from
/// the customer's paper, reason, and a manager's code.
final class UnseenDesk {

    private final Managers managers;
    private final TillChoices chosen;
    private final Texts texts;

    UnseenDesk(Managers managers, TillChoices chosen, Texts texts) {
        this.managers = managers;
        this.chosen = chosen;
        this.texts = texts;
    }

    void routes(HttpRules rules, Posts posts, CounterScreen screen) {
        rules.post("/caisse/ailleurs/categorie", posts.in(screen, this::category))
                .post("/caisse/ailleurs/ligne", posts.in(screen, this::line))
                .post("/caisse/ailleurs/motif", posts.in(screen, this::reason));
    }

    /// @param unheard the office answers, but has not heard of the sale yet
    Optional<BandView> open(FactId sale, boolean unheard) {
        chosen.close();
        if (managers.isNobody()) {
            return Bands.of(Refusal.OTHER_TILL.with(sale.journal().terminal().code()));
        }
        chosen.panel = new Unseen(sale, unheard, Optional.empty(), Optional.empty(), Optional.empty());
        return Optional.empty();
    }

    private Optional<BandView> category(Form form) {
        if (chosen.panel instanceof Unseen(var sale, var unheard, var _, var _, var _)) {
            CategoryCode category = TillPage.categoryCode(form);
            chosen.panel = new Unseen(sale, unheard, Optional.of(category), Optional.empty(), Optional.empty());
            chosen.page = 0;
        }
        return Optional.empty();
    }

    /// The price is typed, the line is tapped; 0 for a paper that does not tell.
    private Optional<BandView> line(Form form) {
        int line = form.number("line");
        Optional<Money> price =
                form.filled("entry", 12).flatMap(French::parseEuros).filter(Money::isPositive);
        if (!(chosen.panel instanceof Unseen(var sale, var unheard, var category, var _, var _))) {
            return Optional.empty();
        }
        if (line > UnseenPicture.PAPER_LINES) {
            return Bands.refused(Refusal.BAD_SOLD_LINE);
        }
        if (price.isEmpty()) {
            return Bands.refused(Refusal.BAD_PRICE);
        }
        Optional<SoldLine> of = line == 0 ? Optional.empty() : Optional.of(new SoldLine(sale, line - 1));
        chosen.panel = new Unseen(sale, unheard, category, price, of);
        return Optional.empty();
    }

    private Optional<BandView> reason(Form form) {
        ReturnReason reason = form.constant("reason", ReturnReason.class);
        if (chosen.panel instanceof Unseen(var _, var _, var category, var price, var of)
                && category.isPresent()
                && price.isPresent()) {
            chosen.panel = new Vouching(
                    new BroughtBack(of, category.get(), price.get(), reason),
                    texts.get("till.unseenVouch"),
                    managers.only(),
                    "");
        }
        return Optional.empty();
    }
}

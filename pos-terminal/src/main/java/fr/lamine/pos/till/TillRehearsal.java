package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Context;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.view.ScreenView;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Scans on a ticket that nobody has, before the first customer comes: what the machine has done some hundred times it
/// does quickly. It reads and draws, and changes nothing.
final class TillRehearsal {

    private static final int TICKETS = 40;
    private static final int LINES = 5;

    private final Till till;
    private final ReferenceBook book;
    private final Station station;
    private final TillPicture picture;
    private final InstantSource clock;

    TillRehearsal(Till till, ReferenceBook book, Station station, TillPicture picture, InstantSource clock) {
        this.till = till;
        this.book = book;
        this.station = station;
        this.picture = picture;
        this.clock = clock;
    }

    void play(Consumer<ScreenView> draw) {
        Optional<Category> category =
                book.current().catalog().categories().stream().findFirst();
        for (int ticket = 0; ticket < TICKETS && category.isPresent(); ticket++) {
            play(category.get(), draw);
        }
    }

    private void play(Category category, Consumer<ScreenView> draw) {
        Catalog catalog = book.current().catalog();
        Context context = station.machineContext(book.current(), clock.instant());
        TillChoices chosen = new TillChoices();
        OpenTicket ticket = OpenTicket.EMPTY;
        for (int line = 0; line < LINES; line++) {
            ItemCode code = ItemCode.of(0, line);
            ScannedCode.parse("]E0" + code.digits(), List.of());
            till.item(code);
            ticket = TicketRules.label(
                            ticket, code, Optional.of(thing(code, category)), Optional.empty(), catalog, context)
                    .ticket();
            ticket = Json.read(Json.write(ticket), OpenTicket.class);
            draw.accept(picture.view(chosen, ticket, Optional.empty()));
        }
    }

    private static KnownItem thing(ItemCode code, Category category) {
        return new KnownItem(
                code,
                category.code(),
                category.name(),
                1,
                0,
                Mass.grams(100),
                Money.cents(100),
                Money.cents(100),
                Optional.empty());
    }
}

package fr.lamine.pos.till;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.sync.Person.Kind;
import fr.lamine.pos.person.PersonOutbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whose cheques lie on the open ticket (*tireurs*). Kept in memory until the sale is recorded, then told to the office
/// beside it, where it can be erased; a sale goes on without it when the process ends before.
final class Drawers {

    private record Drawer(TenderLine cheque, String name) {}

    private final Till till;
    private final List<Drawer> drawers = new ArrayList<>();

    Drawers(Till till) {
        this.till = till;
    }

    /// Whether a name can be told: none is, too.
    static boolean mayBe(String name) {
        return name.isEmpty() || Kind.CHEQUE_DRAWER.admits(name);
    }

    void note(TenderLine cheque, String name) {
        if (!name.isEmpty()) {
            drawers.add(new Drawer(cheque, name));
        }
    }

    /// The cheques go back, or the ticket is dropped.
    void forget() {
        drawers.clear();
    }

    void tell(FactId sale, Instant now) {
        if (drawers.isEmpty()) {
            return;
        }
        List<TenderLine> tenders = till.sale(sale).map(Fact.Sale::tenders).orElse(List.of());
        till.commands().store().write(now, writing -> {
            drawers.stream()
                    .filter(drawer -> tenders.contains(drawer.cheque()))
                    .forEach(drawer -> PersonOutbox.put(writing.sql(), Kind.CHEQUE_DRAWER, drawer.name(), sale, now));
            return true;
        });
        drawers.clear();
    }
}

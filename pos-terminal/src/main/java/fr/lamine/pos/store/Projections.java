package fr.lamine.pos.store;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Json;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.stock.Area;
import fr.lamine.model.till.Cheque;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Tables that are read from the journal alone: dropped and made again from it when their version changes.
final class Projections {

    static final int VERSION = 8;
    private static final int PAGE = 500;

    private static final List<String> TABLES = List.of(
            "perpetual",
            "till_book",
            "own_label",
            "own_sold",
            "own_weigh_in",
            "own_sale",
            "own_cheque",
            "own_closing",
            "own_returned",
            "own_pick_up",
            "own_paper",
            "own_voucher",
            "own_transfer");

    private static final List<String> CREATE = List.of(
            """
            CREATE TABLE till_book (
              one INTEGER PRIMARY KEY CHECK (one = 1), book TEXT NOT NULL) STRICT""",
            """
            CREATE TABLE own_label (
              code TEXT PRIMARY KEY, generation INTEGER NOT NULL, seq INTEGER NOT NULL, site TEXT NOT NULL,
              category TEXT NOT NULL, title TEXT NOT NULL, pieces INTEGER NOT NULL, mass INTEGER NOT NULL,
              piece_mass INTEGER NOT NULL, piece_price INTEGER NOT NULL, lot_price INTEGER NOT NULL,
              labelled TEXT NOT NULL) STRICT""",
            "CREATE INDEX own_label_by_fact ON own_label (generation, seq)",
            FoundIndex.OWN_LABELS,
            """
            CREATE TABLE own_sold (
              code TEXT NOT NULL, generation INTEGER NOT NULL, seq INTEGER NOT NULL, pieces INTEGER NOT NULL) STRICT""",
            "CREATE INDEX own_sold_by_code ON own_sold (code)",
            """
            CREATE TABLE own_weigh_in (
              generation INTEGER NOT NULL, seq INTEGER NOT NULL, reversed INTEGER NOT NULL,
              PRIMARY KEY (generation, seq)) STRICT""",
            """
            CREATE TABLE own_sale (
              generation INTEGER NOT NULL, seq INTEGER NOT NULL, ticket INTEGER NOT NULL,
              PRIMARY KEY (generation, seq)) STRICT""",
            """
            CREATE TABLE own_cheque (
              generation INTEGER NOT NULL, seq INTEGER NOT NULL, place INTEGER NOT NULL, ticket INTEGER NOT NULL,
              number TEXT NOT NULL, bank TEXT NOT NULL, amount INTEGER NOT NULL,
              PRIMARY KEY (generation, seq, place)) STRICT""",
            """
            CREATE TABLE own_closing (
              generation INTEGER NOT NULL, seq INTEGER NOT NULL,
              PRIMARY KEY (generation, seq)) STRICT""",
            """
            CREATE TABLE own_returned (
              sale TEXT NOT NULL, line INTEGER NOT NULL, pieces INTEGER NOT NULL, total INTEGER NOT NULL,
              mass INTEGER NOT NULL) STRICT""",
            "CREATE INDEX own_returned_by_sale ON own_returned (sale, line)",
            """
            CREATE TABLE own_pick_up (
              generation INTEGER NOT NULL, seq INTEGER NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL,
              until TEXT, collected TEXT, PRIMARY KEY (generation, seq, line)) STRICT""",
            "CREATE INDEX own_pick_up_by_code ON own_pick_up (code)",
            """
            CREATE TABLE own_paper (
              sheet TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (sheet, line)) STRICT""",
            """
            CREATE TABLE own_voucher (
              code TEXT NOT NULL, amount INTEGER NOT NULL) STRICT""",
            "CREATE INDEX own_voucher_by_code ON own_voucher (code)",
            """
            CREATE TABLE own_transfer (
              generation INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (generation, seq)) STRICT""");

    private Projections() {}

    /// @return entries whose bodies could not be read; they stand in the journal and nowhere else
    static List<FactId> prepare(Handle handle) {
        Optional<Integer> version = handle.createQuery("SELECT version FROM projection")
                .mapTo(Integer.class)
                .findOne();
        if (version.isPresent() && version.get() == VERSION) {
            return List.of();
        }
        return handle.inTransaction(Projections::rebuild);
    }

    private static List<FactId> rebuild(Handle handle) {
        TABLES.forEach(table -> handle.execute("DROP TABLE IF EXISTS " + table));
        CREATE.forEach(handle::execute);
        var unreadable = new ArrayList<FactId>();
        TillBook book = TillBook.EMPTY;
        for (int generation : JournalTable.generations(handle)) {
            book = replay(handle, generation, book, unreadable);
        }
        keep(handle, book);
        handle.execute("INSERT OR REPLACE INTO projection (one, version) VALUES (1, ?)", VERSION);
        return List.copyOf(unreadable);
    }

    private static TillBook replay(Handle handle, int generation, TillBook before, List<FactId> unreadable) {
        TillBook book = before;
        long after = 0;
        List<Entry> page = page(handle, generation, after);
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                try {
                    Fact fact = Json.fact(entry);
                    apply(handle, entry.id(), fact);
                    book = book.after(entry.id(), fact);
                } catch (Json.Unreadable e) {
                    unreadable.add(entry.id());
                }
                after = entry.seq();
            }
            page = page(handle, generation, after);
        }
        return book;
    }

    private static List<Entry> page(Handle handle, int generation, long after) {
        return JournalTable.entries(handle, generation, after, PAGE);
    }

    /// Posts a fact to every table but the books, which who records or reads it carries on.
    static void apply(Handle handle, FactId id, Fact fact) {
        switch (fact) {
            case Fact.WeighIn _ ->
                handle.execute(
                        "INSERT INTO own_weigh_in (generation, seq, reversed) VALUES (?, ?, 0)",
                        id.journal().generation(),
                        id.seq());
            case Fact.WeighInReversed reversed ->
                handle.execute(
                        "UPDATE own_weigh_in SET reversed = 1 WHERE generation = ? AND seq = ?",
                        reversed.weighIn().journal().generation(),
                        reversed.weighIn().seq());
            case Fact.Labelled labelled -> labelled(handle, id, labelled);
            case Fact.LabelVoided voided -> gone(handle, id, voided.code(), voided.pieces());
            case Fact.Sale sale -> sold(handle, id, sale);
            case TillFact.GivenAway given -> given.item().ifPresent(code -> gone(handle, id, code, given.pieces()));
            case TillFact.Collected collected -> collected(handle, collected);
            case TillFact.CashMoved moved -> moved.cheques().forEach(cheque -> banked(handle, cheque));
            case SiteFact.TransferSent _, SiteFact.TransferReceived _ ->
                handle.execute(
                        "INSERT INTO own_transfer (generation, seq) VALUES (?, ?)",
                        id.journal().generation(),
                        id.seq());
            case TillFact.Closing _ ->
                handle.execute(
                        "INSERT INTO own_closing (generation, seq) VALUES (?, ?)",
                        id.journal().generation(),
                        id.seq());
            case Fact.JournalContinues _,
                    Fact.JournalOpened _,
                    Fact.KeyChanged _,
                    Fact.TerminalEnrolled _,
                    Fact.ReferenceChanged _,
                    Fact.DiscrepancySettled _,
                    Fact.Exported _,
                    OnlineFact _,
                    TillFact.TillOpened _,
                    TillFact.LineVoided _,
                    TillFact.TicketAbandoned _,
                    TillFact.DuplicatePrinted _,
                    TillFact.TechnicalNoted _,
                    SiteFact.TransferSettled _,
                    SiteFact.Counted _,
                    SiteFact.CountPosted _ -> {}
        }
    }

    private static void labelled(Handle handle, FactId id, Fact.Labelled l) {
        handle.createUpdate("""
                        INSERT INTO own_label (code, generation, seq, site, category, title, pieces, mass, piece_mass,
                          piece_price, lot_price, labelled)
                        VALUES (:code, :generation, :seq, :site, :category, :title, :pieces, :mass, :pieceMass,
                          :piecePrice, :lotPrice, :labelled)
                        ON CONFLICT DO NOTHING""")
                .bind("code", l.code().digits())
                .bind("generation", id.journal().generation())
                .bind("seq", id.seq())
                .bind("site", l.to().site().code())
                .bind("category", l.category().code())
                .bind("title", l.title())
                .bind("pieces", l.pieces())
                .bind("mass", l.mass().grams())
                .bind("pieceMass", l.pieceMass().grams())
                .bind("piecePrice", l.piecePrice().cents())
                .bind("lotPrice", l.lotPrice().cents())
                .bind("labelled", l.context().businessDay().toString())
                .execute();
    }

    private static void sold(Handle handle, FactId id, Fact.Sale sale) {
        handle.execute(
                "INSERT INTO own_sale (generation, seq, ticket) VALUES (?, ?, ?)",
                id.journal().generation(),
                id.seq(),
                sale.ticket());
        cheques(handle, id, sale);
        for (SaleLine line : sale.lines()) {
            line.item().ifPresent(code -> gone(handle, id, code, line.pieces()));
        }
        sale.returns().forEach(line -> returned(handle, id, line));
        pickUps(handle, id, sale);
        sale.paper()
                .ifPresent(paper -> handle.execute(
                        "INSERT OR IGNORE INTO own_paper (sheet, line) VALUES (?, ?)", paper.sheet(), paper.line()));
        sale.extras().forEach(e -> e.code().ifPresent(code -> voucher(handle, code, e.amount())));
        vouchers(sale.givenBack()).forEach(t -> voucher(handle, t.reference().orElseThrow(), t.amount()));
        vouchers(sale.tenders())
                .forEach(t ->
                        voucher(handle, t.reference().orElseThrow(), t.amount().negated()));
    }

    private static void pickUps(Handle handle, FactId id, Fact.Sale sale) {
        for (int line = 0; line < sale.lines().size(); line++) {
            Optional<PickUp> pickUp = sale.lines().get(line).pickUp();
            if (pickUp.isPresent()) {
                handle.execute(
                        "INSERT INTO own_pick_up (generation, seq, line, code, until) VALUES (?, ?, ?, ?, ?)",
                        id.journal().generation(),
                        id.seq(),
                        line,
                        pickUp.get().code(),
                        pickUp.get().until().map(LocalDate::toString).orElse(null));
            }
        }
    }

    private static void collected(Handle handle, TillFact.Collected collected) {
        handle.execute(
                "UPDATE own_pick_up SET collected = ? WHERE generation = ? AND seq = ? AND line = ?",
                collected.context().businessDay().toString(),
                collected.sale().journal().generation(),
                collected.sale().seq(),
                collected.line());
    }

    /// What comes back to the shelf can be sold again; what goes to sorting has lost its label.
    private static void returned(Handle handle, FactId id, ReturnLine line) {
        line.of()
                .ifPresent(of -> handle.execute(
                        "INSERT INTO own_returned (sale, line, pieces, total, mass) VALUES (?, ?, ?, ?, ?)",
                        of.ticket().toString(),
                        of.line(),
                        line.pieces(),
                        line.total().cents(),
                        line.mass().grams()));
        if (line.to().area() == Area.SHOP) {
            line.item().ifPresent(code -> gone(handle, id, code, -line.pieces()));
        }
    }

    /// @param pieces below zero when they come back to the shelf
    private static void gone(Handle handle, FactId id, ItemCode code, int pieces) {
        handle.execute(
                "INSERT INTO own_sold (code, generation, seq, pieces) VALUES (?, ?, ?, ?)",
                code.digits(),
                id.journal().generation(),
                id.seq(),
                pieces);
    }

    private static Stream<TenderLine> vouchers(List<TenderLine> money) {
        return money.stream().filter(t -> t.tender() == Tender.VOUCHER);
    }

    private static void voucher(Handle handle, String code, Money amount) {
        handle.execute("INSERT INTO own_voucher (code, amount) VALUES (?, ?)", code, amount.cents());
    }

    /// A cheque lies in the drawer until it goes to the bank; one without a number is told by its ticket.
    private static void cheques(Handle handle, FactId id, Fact.Sale sale) {
        for (int place = 0; place < sale.tenders().size(); place++) {
            TenderLine tender = sale.tenders().get(place);
            if (tender.tender() == Tender.CHEQUE) {
                handle.execute(
                        """
                        INSERT INTO own_cheque (generation, seq, place, ticket, number, bank, amount)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""",
                        id.journal().generation(),
                        id.seq(),
                        place,
                        sale.ticket(),
                        tender.reference().orElse("?"),
                        tender.bank().orElse(""),
                        tender.amount().cents());
            }
        }
    }

    private static void banked(Handle handle, Cheque cheque) {
        handle.execute("""
                DELETE FROM own_cheque WHERE rowid = (
                  SELECT rowid FROM own_cheque WHERE ticket = ? AND number = ? AND amount = ? LIMIT 1)""", cheque.ticket(), cheque.number(), cheque.amount().cents());
    }

    static TillBook book(Handle handle) {
        return Json.read(
                handle.createQuery("SELECT book FROM till_book")
                        .mapTo(String.class)
                        .one(),
                TillBook.class);
    }

    static void keep(Handle handle, TillBook book) {
        handle.execute("INSERT OR REPLACE INTO till_book (one, book) VALUES (1, ?)", Json.write(book));
    }
}

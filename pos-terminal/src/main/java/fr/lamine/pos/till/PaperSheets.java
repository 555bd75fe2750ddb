package fr.lamine.pos.till;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The commands of the paper sheet that a shop sells on when no till works (*feuille de secours*): sheets are printed
/// ahead, each under its own number, and entered later. Which lines were entered is read from the journal.
public final class PaperSheets {

    private static final int MOST_SHOWN = 5;

    private final Commands commands;

    public PaperSheets(Commands commands) {
        this.commands = commands;
    }

    /// Gives a new sheet its number, and says it.
    public Answer print(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            long number = work.sql()
                    .createUpdate("INSERT INTO paper_sheet (operator, printed_at) VALUES (:operator, :at)")
                    .bind("operator", work.context().operator().code())
                    .bind("at", now.toString())
                    .executeAndReturnGeneratedKeys("number")
                    .mapTo(Long.class)
                    .one();
            return Answer.done(name(number));
        });
    }

    private String name(long number) {
        return commands.store().identity().terminal().code() + "-%04d".formatted(number);
    }

    /// The sheets that were printed here last, newest first.
    public List<String> printed() {
        return commands.store()
                .read(sql -> sql.createQuery("SELECT number FROM paper_sheet ORDER BY number DESC LIMIT :most")
                        .bind("most", MOST_SHOWN)
                        .mapTo(Long.class)
                        .map(this::name)
                        .list());
    }

    boolean wasPrinted(String sheet) {
        return commands.store()
                .read(sql -> sql.createQuery("SELECT max(number) FROM paper_sheet")
                        .mapTo(Long.class)
                        .findOne()
                        .filter(last -> sheet.compareTo(name(last)) <= 0
                                && sheet.startsWith(name(last).substring(0, 4)))
                        .isPresent());
    }

    /// The sheet that is being entered at a station.
    Optional<PaperEntry> entry(Station station) {
        return commands.store().read(sql -> entry(sql, station));
    }

    static Optional<PaperEntry> entry(Handle sql, Station station) {
        return sql.createQuery("SELECT sheet, day, line FROM paper_entry WHERE station = :station")
                .bind("station", station.code().code())
                .map((row, _) -> new PaperEntry(
                        row.getString("sheet"), LocalDate.parse(row.getString("day")), row.getInt("line")))
                .findOne();
    }

    /// What prices go by at a station now.
    static Context circumstances(Work work, Station station) {
        return entry(work.sql(), station)
                .map(entry -> entry.circumstances(work.context()))
                .orElse(work.context());
    }

    /// From here on each ticket of the station is a line of the sheet.
    ///
    /// @param sheet absent when its number could not be read
    /// @param day   of the sales; absent when it could not be read
    public Answer begin(Station station, String token, Optional<String> sheet, Optional<LocalDate> day, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer.Refused> closed =
                    SellingRules.judge(work.book(), work.context().businessDay());
            if (closed.isPresent()) {
                return closed.get();
            }
            boolean open = !OpenTickets.of(work.sql(), station.code()).holdsNothing();
            return PaperRules.begin(open, sheet, day, work.context().businessDay())
                    .orElseGet(() -> {
                        PaperEntry entry = new PaperEntry(sheet.orElseThrow(), day.orElseThrow(), 1);
                        keep(work.sql(), station, next(work.sql(), entry));
                        return Answer.done("Saisie de la feuille " + entry.sheet() + ".");
                    });
        });
    }

    /// Another line is entered next, as one was struck out.
    public Answer line(Station station, String token, int line, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<PaperEntry> entry = entry(work.sql(), station);
            if (entry.isEmpty()) {
                return Refusal.NO_SHEET.with();
            }
            PaperEntry wanted = entry.get().at(line);
            return PaperRules.line(line, isEntered(work.sql(), wanted)).orElseGet(() -> {
                keep(work.sql(), station, wanted);
                return Answer.done("Ligne " + line + " de la feuille.");
            });
        });
    }

    /// The next ticket is a sale of today again.
    public Answer end(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            if (!OpenTickets.of(work.sql(), station.code()).holdsNothing()) {
                return Refusal.TICKET_OPEN.with();
            }
            work.sql()
                    .execute(
                            "DELETE FROM paper_entry WHERE station = ?",
                            station.code().code());
            return Answer.done("La saisie est finie. On vend de nouveau en direct.");
        });
    }

    /// Why a ticket must not be recorded as the line that it would be.
    static Optional<Answer> refusal(Work work, Station station) {
        return entry(work.sql(), station)
                .flatMap(entry -> PaperRules.day(entry.day(), work.context().businessDay())
                        .or(() -> PaperRules.line(entry.line(), isEntered(work.sql(), entry))));
    }

    /// The same ticket with its mark, when it is entered from a sheet; the next line comes then.
    static Fact.Sale marked(Work work, Station station, OpenTicket open, Fact.Sale sale) {
        Optional<PaperEntry> entry = entry(work.sql(), station);
        if (entry.isEmpty()) {
            return sale;
        }
        keep(work.sql(), station, next(work.sql(), entry.get().at(entry.get().line() + 1)));
        return new Fact.Sale(
                sale.context(),
                sale.ticket(),
                open.sold(work.catalog(), entry.get().circumstances(work.context())),
                sale.returns(),
                sale.extras(),
                sale.total(),
                sale.tenders(),
                sale.change(),
                sale.givenBack(),
                sale.member(),
                entry.map(PaperRules::paper),
                sale.totalsAfter());
    }

    /// The first line from there on that was not entered before.
    private static PaperEntry next(Handle sql, PaperEntry from) {
        PaperEntry entry = from;
        while (entry.line() <= PaperRules.MOST_LINES && isEntered(sql, entry)) {
            entry = entry.at(entry.line() + 1);
        }
        return entry;
    }

    private static boolean isEntered(Handle sql, PaperEntry entry) {
        return sql.createQuery("SELECT EXISTS (SELECT 1 FROM own_paper WHERE sheet = :sheet AND line = :line)")
                .bind("sheet", entry.sheet())
                .bind("line", entry.line())
                .mapTo(Boolean.class)
                .one();
    }

    private static void keep(Handle sql, Station station, PaperEntry entry) {
        sql.execute(
                "INSERT OR REPLACE INTO paper_entry (station, sheet, day, line) VALUES (?, ?, ?, ?)",
                station.code().code(),
                entry.sheet(),
                entry.day().toString(),
                entry.line());
    }
}

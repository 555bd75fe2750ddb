package fr.lamine.pos.transfer;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Json;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.GoodsRules;
import fr.lamine.pos.goods.GoodsRules.Verdict;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.station.Work;
import fr.lamine.pos.store.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The commands of the transfer screen.
public final class Transfers {

    private final Commands commands;

    public Transfers(Commands commands) {
        this.commands = commands;
    }

    /// The other sites, as the catalog has them.
    public List<Site> others(Station station) {
        return commands.reference().catalog().sites().stream()
                .filter(site -> !site.code().equals(station.site()))
                .toList();
    }

    public Optional<OpenTransfer> open(Station station) {
        return commands.store().read(sql -> open(sql, station.code()));
    }

    private static Optional<OpenTransfer> open(Handle sql, StationCode station) {
        return sql.createQuery("SELECT transfer FROM open_transfer WHERE station = :station")
                .bind("station", station.code())
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, OpenTransfer.class));
    }

    private static void keep(Handle sql, StationCode station, OpenTransfer open) {
        sql.execute(
                "INSERT OR REPLACE INTO open_transfer (station, transfer) VALUES (?, ?)",
                station.code(),
                Json.write(open));
    }

    private static void close(Handle sql, StationCode station) {
        sql.execute("DELETE FROM open_transfer WHERE station = ?", station.code());
    }

    public Answer send(Station station, String token, SiteCode to, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<Site> site = work.catalog().site(to).filter(s -> !s.code().equals(station.site()));
            return site.isEmpty()
                    ? Refusal.UNKNOWN_SITE.with()
                    : begin(
                            work,
                            station,
                            OpenTransfer.sending(to),
                            "Envoi vers " + site.get().name() + ".");
        });
    }

    /// @param code of the slip
    public Answer receive(Station station, Optional<String> token, String code, Instant now) {
        return commands.run(
                station,
                token,
                now,
                Role.SORTER,
                work -> SiteFact.isTransfer(code)
                        ? begin(work, station, OpenTransfer.receiving(code), "Réception du transfert " + code + ".")
                        : Refusal.BAD_TRANSFER.with());
    }

    private static Answer begin(Work work, Station station, OpenTransfer wanted, String sentence) {
        Optional<OpenTransfer> open = open(work.sql(), station.code());
        if (open.filter(o -> o.transfer().isPresent() && o.transfer().equals(wanted.transfer()))
                .isPresent()) {
            return Answer.done("Ce bon est déjà en cours.");
        }
        if (open.filter(o -> !o.goods().holdsNothing()).isPresent()) {
            return Refusal.FINISH_LIST.with();
        }
        keep(work.sql(), station.code(), wanted);
        return Answer.done(sentence);
    }

    /// Something is scanned onto the list of the transfer at hand.
    public Answer scan(Station station, ScannedCode code, Instant now) {
        return change(station, Optional.empty(), now, (work, list) -> {
            Optional<KnownItem> known = code instanceof ScannedCode.ItemLabel(var item, var _)
                    ? Items.find(work.sql(), item, work.reference().applied())
                    : Optional.empty();
            return GoodsRules.scanned(list, code, known, work.catalog(), SiteFact.MAX_CARRIED, now);
        });
    }

    public Answer change(Station station, Optional<String> token, Instant now, Function<GoodsList, Verdict> change) {
        return change(station, token, now, (_, list) -> change.apply(list));
    }

    private interface Change {
        Verdict of(Work work, GoodsList list);
    }

    private Answer change(Station station, Optional<String> token, Instant now, Change change) {
        return commands.run(station, token, now, Role.SORTER, work -> {
            Optional<OpenTransfer> open = open(work.sql(), station.code());
            if (open.isEmpty()) {
                return Refusal.NO_TRANSFER.with();
            }
            return switch (change.of(work, open.get().goods())) {
                case GoodsRules.No(var answer) -> answer;
                case GoodsRules.Added(var list, var sentence) -> {
                    keep(work.sql(), station.code(), open.get().with(list));
                    yield Answer.done(sentence);
                }
            };
        });
    }

    /// Back to the first question; only a list without anything on it is let go so.
    public Answer back(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            if (open(work.sql(), station.code())
                    .filter(o -> !o.goods().holdsNothing())
                    .isPresent()) {
                return Refusal.FINISH_LIST.with();
            }
            close(work.sql(), station.code());
            return Answer.done("");
        });
    }

    /// The list is thrown away; nothing was moved by it.
    public Answer abandon(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            close(work.sql(), station.code());
            return Answer.done("Liste abandonnée. Rien n’a bougé.");
        });
    }

    /// The goods leave, with their slip, or they have come.
    public Answer finish(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<OpenTransfer> open = open(work.sql(), station.code());
            if (open.isEmpty()) {
                return Refusal.NO_TRANSFER.with();
            }
            if (open.get().goods().holdsNothing()) {
                return Refusal.NOTHING_SCANNED.with();
            }
            return open.get().to().isPresent() ? sent(work, station, open.get()) : received(work, station, open.get());
        });
    }

    private static Answer sent(Work work, Station station, OpenTransfer open) {
        FactId id =
                work.writing().append(TransferRules.sent(open, work.writing().nextId(), work.context()));
        PrintQueue.enqueue(
                work.sql(),
                station.code(),
                PrintJob.Kind.TRANSFER,
                id,
                work.writing().now());
        close(work.sql(), station.code());
        return Answer.recorded(id, "Envoyé\u202f: %s. Mettez le bon avec.".formatted(TransferRules.told(open.goods())));
    }

    private static Answer received(Work work, Station station, OpenTransfer open) {
        FactId id = work.writing().append(TransferRules.received(open, work.context()));
        close(work.sql(), station.code());
        return Answer.recorded(id, "Reçu\u202f: %s.".formatted(TransferRules.told(open.goods())));
    }

    /// The slip once more.
    public Answer printAgain(Station station, String token, FactId id, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            if (Facts.read(work.sql(), id, TransferSent.class).isEmpty()) {
                return Refusal.UNKNOWN_TRANSFER.with();
            }
            PrintQueue.enqueue(work.sql(), station.code(), PrintJob.Kind.TRANSFER, id, now);
            return Answer.done("Le bon s’imprime.");
        });
    }

    /// @param id of the fact
    public record Last(FactId id, SiteFact fact) {

        public String transfer() {
            return switch (fact) {
                case TransferSent s -> s.transfer();
                case TransferReceived r -> r.transfer();
                case SiteFact.TransferSettled _, SiteFact.Counted _, SiteFact.CountPosted _ -> "";
            };
        }
    }

    /// Sent and received here, newest first.
    public List<Last> last(int count) {
        return commands.store()
                .read(sql -> sql.createQuery("""
                        SELECT j.terminal, j.generation, j.seq, j.type, j.body
                        FROM own_transfer t JOIN journal j ON j.generation = t.generation AND j.seq = t.seq
                        ORDER BY t.generation DESC, t.seq DESC LIMIT :count""")
                        .bind("count", count)
                        .map((row, _) -> new Last(Facts.id(row), Facts.fact(row, SiteFact.class)))
                        .list());
    }
}

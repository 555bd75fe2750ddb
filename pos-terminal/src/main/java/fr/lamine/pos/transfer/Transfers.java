package fr.lamine.pos.transfer;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.SiteFact.TransferReceived;
import fr.lamine.model.fact.SiteFact.TransferSent;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.GoodsRules.Verdict;
import fr.lamine.pos.goods.OpenLists;
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

/// The commands of the transfer screen.
public final class Transfers {

    private final Commands commands;
    private final OpenLists<OpenTransfer> lists;

    public Transfers(Commands commands) {
        this.commands = commands;
        this.lists =
                new OpenLists<>(commands, "transfer", OpenTransfer.class, SiteFact.MAX_CARRIED, Refusal.NO_TRANSFER);
    }

    /// The other sites, as the catalog has them.
    public List<Site> others(Station station) {
        return commands.reference().catalog().sites().stream()
                .filter(site -> !site.code().equals(station.site()))
                .toList();
    }

    public Optional<OpenTransfer> open(Station station) {
        return lists.open(station);
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

    private Answer begin(Work work, Station station, OpenTransfer wanted, String sentence) {
        Optional<OpenTransfer> open = lists.open(work.sql(), station.code());
        if (open.filter(o -> o.transfer().isPresent() && o.transfer().equals(wanted.transfer()))
                .isPresent()) {
            return Answer.done("Ce bon est déjà en cours.");
        }
        if (open.filter(o -> !o.goods().holdsNothing()).isPresent()) {
            return Refusal.FINISH_LIST.with();
        }
        lists.keep(work.sql(), station.code(), wanted);
        return Answer.done(sentence);
    }

    /// Something is scanned onto the list of the transfer at hand.
    public Answer scan(Station station, ScannedCode code, Instant now) {
        return lists.scan(station, code, now);
    }

    public Answer change(Station station, Optional<String> token, Instant now, Function<GoodsList, Verdict> change) {
        return lists.change(station, token, now, change);
    }

    /// Back to the first question; only a list without anything on it is let go so.
    public Answer back(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            if (lists.open(work.sql(), station.code())
                    .filter(o -> !o.goods().holdsNothing())
                    .isPresent()) {
                return Refusal.FINISH_LIST.with();
            }
            lists.close(work.sql(), station.code());
            return Answer.done("");
        });
    }

    public Answer abandon(Station station, String token, Instant now) {
        return lists.abandon(station, token, now, "Liste abandonnée. Rien n’a bougé.");
    }

    /// The goods leave, with their slip, or they have come.
    public Answer finish(Station station, String token, Instant now) {
        return commands.run(station, Optional.of(token), now, Role.SORTER, work -> {
            Optional<OpenTransfer> open = lists.open(work.sql(), station.code());
            if (open.isEmpty()) {
                return Refusal.NO_TRANSFER.with();
            }
            if (open.get().goods().holdsNothing()) {
                return Refusal.NOTHING_SCANNED.with();
            }
            return open.get().to().isPresent() ? sent(work, station, open.get()) : received(work, station, open.get());
        });
    }

    private Answer sent(Work work, Station station, OpenTransfer open) {
        FactId id =
                work.writing().append(TransferRules.sent(open, work.writing().nextId(), work.context()));
        PrintQueue.enqueue(
                work.sql(),
                station.code(),
                PrintJob.Kind.TRANSFER,
                id,
                work.writing().now());
        lists.close(work.sql(), station.code());
        return Answer.recorded(id, "Envoyé\u202f: %s. Mettez le bon avec.".formatted(TransferRules.told(open.goods())));
    }

    private Answer received(Work work, Station station, OpenTransfer open) {
        FactId id = work.writing().append(TransferRules.received(open, work.context()));
        lists.close(work.sql(), station.code());
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

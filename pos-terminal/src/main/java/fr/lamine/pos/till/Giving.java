package fr.lamine.pos.till;

import fr.lamine.model.sync.Role;
import fr.lamine.pos.item.Items;
import fr.lamine.pos.item.KnownItem;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.GiveRules.Thing;
import fr.lamine.pos.till.GiveRules.Wanted;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The command of giving goods away, and what is known of them before.
public final class Giving {

    private final Commands commands;

    public Giving(Commands commands) {
        this.commands = commands;
    }

    /// What the counter believes it is.
    Optional<Thing> thing(Station station, Wanted wanted) {
        return commands.store().read(sql -> thing(sql, station, wanted, commands.reference()));
    }

    private static Optional<Thing> thing(Handle sql, Station station, Wanted wanted, Reference reference) {
        Optional<KnownItem> known = wanted.item().flatMap(code -> Items.find(sql, code, reference.applied()));
        int onTicket =
                wanted.item().map(OpenTickets.of(sql, station.code())::piecesOf).orElse(0);
        return GiveRules.thing(wanted, known, onTicket, reference.catalog(), reference.catalogRevision());
    }

    /// @param confirmed somebody looked, and it is here all the same
    Answer give(
            Station station,
            String token,
            Wanted wanted,
            int pieces,
            Optional<GiftReason> reason,
            boolean confirmed,
            Instant now) {
        return commands.run(station, Optional.of(token), now, Role.CASHIER, work -> {
            Optional<Answer.Refused> closed =
                    SellingRules.judge(work.book(), work.context().businessDay());
            if (closed.isPresent()) {
                return closed.get();
            }
            Optional<Thing> thing = thing(work.sql(), station, wanted, work.reference());
            return switch (GiveRules.judge(thing, pieces, reason, confirmed, work.context())) {
                case GiveRules.Answered(var answer) -> answer;
                case GiveRules.Given(var fact, var sentence) ->
                    Answer.recorded(work.writing().append(fact), sentence);
            };
        });
    }
}

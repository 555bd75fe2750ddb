package fr.lamine.pos.till;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.pos.scale.CounterScale;
import fr.lamine.pos.scale.GrossWeight;
import fr.lamine.pos.scale.NetWeight;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Station;
import java.time.Instant;
import java.util.Optional;

/// The commands of articles, gifts, cards and weighed lines.
public final class Articles {

    private final Till till;

    public Articles(Till till) {
        this.till = till;
    }

    /// @param said absent when it could not be read, or when the article has its price
    public Answer add(Station station, String token, String article, Optional<Money> said, Instant now) {
        return till.change(
                station,
                Optional.of(token),
                now,
                (ticket, work) -> ArticleRules.add(
                        ticket,
                        work.catalog().till().article(article),
                        said,
                        work.catalog(),
                        work.reference().catalogRevision()));
    }

    /// @param to the total as it shall be
    public Answer roundUp(Station station, String token, Optional<Money> to, Instant now) {
        return till.change(
                station, Optional.of(token), now, (ticket, work) -> ArticleRules.roundUp(ticket, to, work.catalog()));
    }

    public Answer withoutMember(Station station, String token, Instant now) {
        return till.change(station, Optional.of(token), now, (ticket, _) -> ArticleRules.withoutMember(ticket));
    }

    /// Takes the scale's own reading of this moment for all pieces of a line.
    ///
    /// @param typed kilograms from the keypad; taken only when the scale cannot tell
    public Answer weigh(
            Station station,
            String token,
            int line,
            Optional<String> container,
            Optional<CounterScale> scale,
            Optional<Mass> typed,
            Instant now) {
        var kind = till.commands().store().identity().kind();
        return till.change(station, Optional.of(token), now, (ticket, work) -> {
            GrossWeight gross = GrossWeight.take(kind, scale, typed, now);
            return ArticleRules.weigh(ticket, line, NetWeight.of(gross, container, work.catalog()), work.catalog());
        });
    }
}

package fr.lamine.backoffice.sites;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.transfer.Leg;
import fr.lamine.backoffice.transfer.Rest;
import fr.lamine.backoffice.transfer.TransferRules;
import fr.lamine.backoffice.transfer.TransferRules.State;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One transfer.
///
/// @param legs    sent and received, in their order
/// @param rest    what is left on its way
/// @param settled what managers said of it
public record TransferView(Names names, String transfer, List<Leg> legs, List<Rest> rest, List<Settled> settled) {

    private static final long LATE_DAYS = 2;

    public TransferView {
        legs = List.copyOf(legs);
        rest = List.copyOf(rest);
        settled = List.copyOf(settled);
    }

    public record Settled(FactId fact, Account to, OperatorCode operator, Instant at, String reason) {}

    /// A row of the list.
    ///
    /// @param at when it was first heard of
    public record Row(
            String transfer, Optional<SiteCode> from, Optional<SiteCode> to, Instant at, State state, String left) {

        public OptionalLong late(Instant now) {
            return TransferView.late(state, at, now);
        }
    }

    public State state() {
        return TransferRules.state(legs, rest, settled.stream().map(Settled::to).toList());
    }

    /// Whole days since it left, if nobody has received anything of it for so long that it may be lost.
    public OptionalLong late(Instant now) {
        return legs.isEmpty()
                ? OptionalLong.empty()
                : late(state(), legs.getFirst().at(), now);
    }

    private static OptionalLong late(State state, Instant at, Instant now) {
        long days = Duration.between(at, now).toDays();
        return state == State.ON_ITS_WAY && days >= LATE_DAYS ? OptionalLong.of(days) : OptionalLong.empty();
    }

    public String left() {
        return TransferRules.left(state(), rest);
    }

    /// As a manager saw it who says what became of it.
    public String shown() {
        return TransferRules.left(rest);
    }

    public boolean maySettle() {
        return !rest.isEmpty() && !legs.isEmpty();
    }

    public Optional<SiteCode> from() {
        return legs.stream()
                .filter(leg -> leg.way() == Leg.Way.SENT)
                .map(Leg::site)
                .findFirst();
    }

    public Optional<SiteCode> to() {
        return TransferRules.destination(legs);
    }

    /// A clock of the place, for the moments of this transfer.
    public String moment(Leg leg) {
        return names.moment(leg.at(), leg.site());
    }
}

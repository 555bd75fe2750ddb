package fr.lamine.backoffice.transfer;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.transfer.Leg.Way;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether what is on its way is as it should be.
public final class TransferRules {

    private TransferRules() {}

    static String scope(String transfer) {
        return "transfer:" + transfer;
    }

    public enum State {
        /// Sent, and nobody has received anything of it.
        ON_ITS_WAY,
        ARRIVED,
        DIFFERS,
        /// Nothing is left of it, for a manager said that some went elsewhere.
        SETTLED
    }

    public static State state(List<Leg> legs, List<Rest> rest) {
        boolean received = legs.stream().anyMatch(leg -> leg.way() == Way.RECEIVED);
        boolean less = rest.stream().anyMatch(r -> r.mass().isNegative() || r.pieces() < 0);
        if (rest.isEmpty()) {
            return State.ARRIVED;
        }
        return received || less ? State.DIFFERS : State.ON_ITS_WAY;
    }

    /// @param settled where managers said that the rest went
    public static State state(List<Leg> legs, List<Rest> rest, List<Account> settled) {
        State state = state(legs, rest);
        Optional<SiteCode> expected = destination(legs);
        boolean elsewhere = settled.stream()
                .anyMatch(to ->
                        !(to instanceof Place place && Optional.of(place.site()).equals(expected)));
        return state == State.ARRIVED && elsewhere ? State.SETTLED : state;
    }

    /// Where it is expected; where it was received, while nobody has heard of its sending.
    public static Optional<SiteCode> destination(List<Leg> legs) {
        return legs.stream()
                .filter(leg -> leg.way() == Way.SENT)
                .min(Leg.ORDER)
                .flatMap(Leg::destination)
                .or(() -> legs.stream().min(Leg.ORDER).map(Leg::site));
    }

    static Optional<Discrepancy> judge(String transfer, List<Leg> legs, List<Rest> rest) {
        if (state(legs, rest) != State.DIFFERS) {
            return Optional.empty();
        }
        Optional<FactId> last = legs.stream().max(Leg.ORDER).map(Leg::fact);
        return Optional.of(new Discrepancy(
                Kind.TRANSFER_DIFFERS,
                transfer,
                scope(transfer),
                destination(legs),
                last,
                sentence(transfer, legs, rest)));
    }

    private static String sentence(String transfer, List<Leg> legs, List<Rest> rest) {
        if (legs.stream().noneMatch(leg -> leg.way() == Way.SENT)) {
            return "Le transfert %s a été reçu, mais le bureau n’a pas encore son envoi.".formatted(transfer);
        }
        return "Transfert %s\u202f: %s.".formatted(transfer, left(rest));
    }

    /// What is left on its way, in words: it is missing, once something was received.
    public static String left(List<Rest> rest) {
        return left(State.DIFFERS, rest);
    }

    public static String left(State state, List<Rest> rest) {
        boolean missing = state == State.DIFFERS;
        List<String> parts = new ArrayList<>();
        List<Rest> less = rest.stream().filter(r -> r.mass().isPositive()).toList();
        say(less, missing ? " manquent" : "", missing ? " manque" : "", parts);
        say(rest.stream().filter(r -> !r.mass().isPositive()).toList(), " en trop", " en trop", parts);
        return String.join(", ", parts);
    }

    private static void say(List<Rest> rest, String many, String one, List<String> parts) {
        if (rest.isEmpty()) {
            return;
        }
        int pieces = rest.stream().mapToInt(r -> Math.abs(r.pieces())).sum();
        Mass labelled = size(rest.stream().filter(r -> r.item().isPresent()).toList());
        Mass loose = size(rest.stream().filter(r -> r.item().isEmpty()).toList());
        if (pieces > 0) {
            parts.add("%s étiquetée%s%s (%s)"
                    .formatted(
                            pieces == 1 ? "une pièce" : French.count(pieces) + " pièces",
                            pieces == 1 ? "" : "s",
                            pieces == 1 ? one : many,
                            French.kg(labelled)));
        }
        if (loose.isPositive()) {
            parts.add("%s de vrac%s".formatted(French.kg(loose), one));
        }
    }

    private static Mass size(List<Rest> rest) {
        return rest.stream()
                .map(r -> r.mass().isNegative() ? r.mass().negated() : r.mass())
                .reduce(Mass.ZERO, Mass::plus);
    }
}

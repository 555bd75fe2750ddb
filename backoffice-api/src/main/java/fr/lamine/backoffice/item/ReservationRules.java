package fr.lamine.backoffice.item;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.item.Taking.Way;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A thing stands aside while it is there and somebody online may have it. Who takes it over a counter takes it from
/// the
/// shelf, so the books first put it back there: the physical sale wins, and what was promised waits for a manager.
final class ReservationRules {

    /// Beyond the line of a rounding, which stands under the same fact; each kind of step keeps to lines of its own.
    private static final int OF_TAKING = Posting.FOLDED_LINE * 2;

    private static final int OF_CLAIM = Posting.FOLDED_LINE * 4;

    private ReservationRules() {}

    /// A taking or a claim, in the order in which all of them occurred.
    private record Step(
            FactId fact,
            int line,
            Instant at,
            LocalDate day,
            SiteCode site,
            Optional<Taking> taking,
            Optional<Claim> claim) {

        private static final Comparator<Step> ORDER = Comparator.comparing(Step::at)
                .thenComparing(Step::fact)
                .thenComparing(Step::line)
                .thenComparing(s -> s.claim().isPresent());

        static Step of(Taking t) {
            return new Step(t.fact(), t.line(), t.occurredAt(), t.day(), t.site(), Optional.of(t), Optional.empty());
        }

        static Step of(Claim c) {
            return new Step(c.fact(), c.line(), c.occurredAt(), c.day(), c.site(), Optional.empty(), Optional.of(c));
        }
    }

    static Reservation fold(ItemCode code, Optional<Label> label, List<Taking> takings, List<Claim> claims) {
        if (claims.isEmpty()) {
            return Reservation.NONE;
        }
        Walk walk = new Walk(code, label);
        Stream.concat(takings.stream().map(Step::of), claims.stream().map(Step::of))
                .sorted(Step.ORDER)
                .forEach(walk::take);
        return walk.reservation();
    }

    private static final class Walk {
        private final ItemCode code;
        private final Optional<Label> label;
        private final List<Posting> postings = new ArrayList<>();
        private final Map<OrderNumber, Claim> ordered = new LinkedHashMap<>();
        private final Set<OrderNumber> settled = new HashSet<>();
        private Optional<Claim> listing = Optional.empty();
        private Optional<Taking> last = Optional.empty();
        private Optional<Place> aside = Optional.empty();
        private int left;

        Walk(ItemCode code, Optional<Label> label) {
            this.code = code;
            this.label = label;
            this.left = label.map(Label::pieces).orElse(0);
        }

        void take(Step step) {
            step.taking().ifPresent(this::taken);
            step.claim().ifPresent(this::claimed);
            Optional<Place> wanted = wanted();
            if (!wanted.equals(aside)) {
                aside.ifPresent(place -> post(step, place, shelf(place)));
                wanted.ifPresent(place -> post(step, shelf(place), place));
                aside = wanted;
            }
        }

        private void taken(Taking taking) {
            left += taking.back() ? taking.pieces() : -taking.pieces();
            if (!taking.back()) {
                last = Optional.of(taking);
            }
            if (taking.way() == Way.SENT) {
                listing = Optional.empty();
            }
        }

        private void claimed(Claim claim) {
            switch (claim.way()) {
                case PUBLISHED -> listing = Optional.of(claim);
                case WITHDRAWN -> listing = Optional.empty();
                case ORDERED -> {
                    if (!settled.contains(claim.order().orElseThrow())) {
                        ordered.putIfAbsent(claim.order().orElseThrow(), claim);
                    }
                    listing = Optional.empty();
                }
                case SETTLED -> {
                    settled.add(claim.order().orElseThrow());
                    ordered.remove(claim.order().orElseThrow());
                }
            }
        }

        private Optional<Claim> holder() {
            return ordered.values().stream().findFirst().or(() -> listing);
        }

        private Optional<Place> wanted() {
            return left <= 0 || label.isEmpty()
                    ? Optional.empty()
                    : holder().flatMap(claim -> claim.place().or(() -> aside).or(() -> label.map(Label::to)))
                            .map(place -> new Place(place.site(), Area.RESERVED));
        }

        private static Place shelf(Place aside) {
            return new Place(aside.site(), Area.SHOP);
        }

        private void post(Step step, Place from, Place to) {
            Label known = label.orElseThrow();
            boolean back = to.area() == Area.SHOP;
            int line =
                    (step.claim().isPresent() ? OF_CLAIM : OF_TAKING) + (back ? 0 : Posting.FOLDED_LINE) + step.line();
            Movement movement = new Movement(
                    from,
                    to,
                    known.category(),
                    known.category(),
                    known.pieceMass(),
                    1,
                    Optional.of(code),
                    MassProvenance.Kind.LABEL);
            postings.add(
                    new Posting(step.fact(), line, step.site(), step.day(), step.at(), movement, Optional.of(code)));
        }

        Reservation reservation() {
            Optional<ChannelCode> channel = aside.flatMap(_ -> holder()).flatMap(Claim::channel);
            List<Discrepancy> found = new ArrayList<>();
            ordered.values().stream().skip(Math.max(0, left)).forEach(claim -> found.add(lost(claim)));
            listing.filter(_ -> left <= 0).ifPresent(claim -> found.add(gone(claim)));
            return new Reservation(channel, aside, List.copyOf(postings), found);
        }

        private Discrepancy lost(Claim claim) {
            OrderNumber order = claim.order().orElseThrow();
            String why = label.isEmpty()
                    ? "dont l’étiquette est inconnue du bureau"
                    : last.filter(_ -> left <= 0).map(Walk::leaving).orElse("qu’une autre commande attend déjà");
            return new Discrepancy(
                    Kind.ONLINE_ORDER_LOST,
                    order + "#" + code,
                    Discrepancy.ofItem(code),
                    Optional.of(label.map(l -> l.to().site()).orElse(claim.site())),
                    Optional.of(last.filter(_ -> left <= 0).map(Taking::fact).orElse(claim.fact())),
                    "La commande %s attend l’article %s, %s\u202f: remplacez-le, ou annulez et remboursez."
                            .formatted(order, code.spaced(), why));
        }

        private Discrepancy gone(Claim claim) {
            return new Discrepancy(
                    Kind.LISTING_LOST,
                    claim.channel().orElseThrow() + "#" + code,
                    Discrepancy.ofItem(code),
                    Optional.of(claim.place().map(Place::site).orElse(claim.site())),
                    Optional.of(last.map(Taking::fact).orElse(claim.fact())),
                    "L’article %s est publié sur %s, %s\u202f: retirez l’annonce."
                            .formatted(
                                    code.spaced(),
                                    claim.channel().orElseThrow(),
                                    last.map(Walk::leaving).orElse("mais son étiquette est inconnue du bureau")));
        }

        private static String leaving(Taking taking) {
            return switch (taking.way()) {
                case SOLD -> "vendu en caisse";
                case LOST -> "compté manquant";
                case FOUND -> "retrouvé";
                case SENT -> "déjà envoyé";
                case RELABELLED -> "réétiqueté sous un autre code";
                case GIVEN -> "donné en caisse";
                case VOIDED -> "retiré, son étiquette annulée";
                case BACK -> throw new IllegalStateException("pieces that came back did not leave");
            };
        }
    }
}

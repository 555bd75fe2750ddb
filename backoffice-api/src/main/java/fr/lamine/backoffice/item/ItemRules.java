package fr.lamine.backoffice.item;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.item.Taking.Asked;
import fr.lamine.backoffice.item.Taking.Way;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Cause;
import fr.lamine.model.stock.Movement;
import fr.lamine.model.text.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Folding the facts about one code, always in the order in which they occurred: a sale may arrive before its label.
final class ItemRules {

    private static final Comparator<Label> ORDER =
            Comparator.comparing(Label::occurredAt).thenComparing(Label::fact);

    private ItemRules() {}

    static ItemFold fold(ItemCode code, List<Label> labels, List<Taking> takings) {
        return fold(code, labels, takings, List.of(), List.of(), List.of());
    }

    static ItemFold fold(ItemCode code, List<Label> labels, List<Taking> takings, List<Claim> claims) {
        return fold(code, labels, takings, claims, List.of(), List.of());
    }

    static ItemFold fold(
            ItemCode code,
            List<Label> labels,
            List<Taking> takings,
            List<Claim> claims,
            List<Carry> unheardOf,
            List<ItemMove> moves) {
        List<Label> made = labels.stream().sorted(ORDER).toList();
        List<Taking> taken = PlaceRules.withoutFoundAgain(
                takings.stream().sorted(Taking.ORDER).toList());
        List<Discrepancy> found = new ArrayList<>();
        Optional<Label> label = made.stream().findFirst();
        if (made.size() > 1) {
            Label second = made.get(1);
            found.add(of(
                    Kind.LABELLED_TWICE,
                    code,
                    second.site(),
                    second.fact(),
                    "Le code " + code.spaced() + " a été donné deux fois."));
        }
        Reservation reservation = ReservationRules.fold(code, label, taken, claims);
        int sold = pieces(taken, Way.SOLD) + pieces(taken, Way.SENT) - pieces(taken, Way.BACK);
        int relabelled = pieces(taken, Way.RELABELLED);
        int given = pieces(taken, Way.GIVEN);
        int lost = pieces(taken, Way.LOST) - pieces(taken, Way.FOUND);
        int voided = pieces(taken, Way.VOIDED);
        Optional<LocalDate> voidedOn =
                taken.stream().filter(t -> t.way() == Way.VOIDED).findFirst().map(Taking::day);
        Map<Account, Integer> held = PlaceRules.held(moves, reservation.postings());
        if (label.isEmpty()) {
            taken.stream()
                    .filter(t ->
                            t.way() == Way.SOLD || t.way() == Way.SENT || t.way() == Way.GIVEN || t.way() == Way.VOIDED)
                    .findFirst()
                    .map(t -> unknown(code, t))
                    .or(() -> PlaceRules.unknown(unheardOf))
                    .ifPresent(found::add);
            return new ItemFold(
                    code,
                    label,
                    sold,
                    relabelled,
                    given,
                    lost,
                    voided,
                    voidedOn,
                    held,
                    Optional.empty(),
                    List.of(),
                    reservation,
                    found);
        }
        Optional<Posting> remainder = empty(label.get(), taken, found);
        taken.forEach(t -> price(label.get(), t).ifPresent(found::add));
        taken.forEach(t -> category(label.get(), t).ifPresent(found::add));
        found.addAll(PlaceRules.elsewhere(label.get(), taken, moves));
        List<Posting> carried = PlaceRules.carried(label.get(), unheardOf);
        return new ItemFold(
                code,
                label,
                sold,
                relabelled,
                given,
                lost,
                voided,
                voidedOn,
                held,
                remainder,
                carried,
                reservation,
                found);
    }

    private static int pieces(List<Taking> taken, Way way) {
        return taken.stream()
                .filter(t -> t.way() == way)
                .mapToInt(Taking::pieces)
                .reduce(0, Math::addExact);
    }

    /// Walks to the taking that empties the lot; what was not posted by then is left over. Pieces that come back open
    /// it
    /// again.
    private static Optional<Posting> empty(Label label, List<Taking> taken, List<Discrepancy> found) {
        int left = label.pieces();
        Mass mass = label.mass();
        Mass over = Mass.ZERO;
        Optional<Taking> emptied = Optional.empty();
        boolean oversold = false;
        for (Taking taking : taken) {
            int pieces = taking.pieces();
            if (taking.back()) {
                left += pieces;
                mass = mass.plus(taking.mass());
                continue;
            }
            if (left > 0 && left <= pieces) {
                Mass posted = left == pieces
                        ? taking.mass()
                        : taking.mass().perPiece(pieces).times(left);
                over = mass.minus(posted);
                emptied = Optional.of(taking);
            }
            left -= pieces;
            mass = mass.minus(taking.mass());
            if (left < 0 && !oversold) {
                found.add(oversold(label, taking, taken));
                oversold = true;
            }
        }
        if (left > 0 || emptied.isEmpty()) {
            return Optional.empty();
        }
        Mass remains = left == 0 ? mass : over;
        return remains.equals(Mass.ZERO) ? Optional.empty() : Optional.of(leftOver(label, emptied.get(), remains));
    }

    private static Posting leftOver(Label label, Taking taking, Mass mass) {
        Account place = label.to();
        Account rounding = new Account.Adjustment(label.to().site(), Cause.ROUNDING);
        boolean more = mass.isPositive();
        Movement movement = new Movement(
                more ? place : rounding,
                more ? rounding : place,
                label.category(),
                label.category(),
                more ? mass : mass.negated(),
                0,
                Optional.of(label.code()),
                MassProvenance.Kind.LABEL);
        return new Posting(
                taking.fact(),
                Posting.FOLDED_LINE + taking.line(),
                taking.site(),
                taking.day(),
                taking.occurredAt(),
                movement,
                Optional.of(label.code()));
    }

    private static String left(Taking taking) {
        return switch (taking.way()) {
            case SOLD -> "vendu";
            case RELABELLED -> "réétiqueté";
            case GIVEN -> "donné";
            case VOIDED -> "retiré, son étiquette annulée";
            case SENT -> "envoyé à un acheteur en ligne";
            case LOST -> "compté manquant";
            case FOUND -> "retrouvé";
            case BACK -> "repris";
        };
    }

    private static Discrepancy unknown(ItemCode code, Taking taking) {
        return of(
                Kind.UNKNOWN_LABEL,
                code,
                taking.site(),
                taking.fact(),
                "Le code %s a été %s, mais son étiquette est inconnue du bureau."
                        .formatted(code.spaced(), left(taking)));
    }

    private static Discrepancy oversold(Label label, Taking taking, List<Taking> taken) {
        if (taken.stream().anyMatch(t -> t.way() == Way.VOIDED)) {
            return voided(label, taking, taken);
        }
        boolean otherwise =
                taken.stream().anyMatch(t -> t.way() == Way.GIVEN || t.way() == Way.SENT || t.way() == Way.LOST);
        String twice = otherwise ? left(taking) + " alors qu’il était déjà parti" : "vendu deux fois";
        return label.pieces() == 1
                ? of(
                        Kind.SOLD_TWICE,
                        label.code(),
                        taking.site(),
                        taking.fact(),
                        "L’article %s a été %s.".formatted(label.code().spaced(), twice))
                : of(
                        Kind.OVERSOLD,
                        label.code(),
                        taking.site(),
                        taking.fact(),
                        "Le lot %s de %d pièces a été %s au-delà de son nombre."
                                .formatted(label.code().spaced(), label.pieces(), left(taking)));
    }

    /// Whoever voids a label looks at a thing; who buys one holds it in the hand: only a person can tell which it was.
    private static Discrepancy voided(Label label, Taking taking, List<Taking> taken) {
        long voids = taken.stream().filter(t -> t.way() == Way.VOIDED).count();
        String text = taking.way() != Way.VOIDED
                ? "L’article %s a été %s alors que son étiquette était annulée."
                : voids == taken.size()
                        ? "L’étiquette %s a été annulée deux fois."
                        : "L’étiquette %s a été annulée alors que l’article était déjà parti.";
        return of(
                Kind.VOIDED_LABEL,
                label.code(),
                taking.site(),
                taking.fact(),
                text.formatted(label.code().spaced(), left(taking)));
    }

    private static Optional<Discrepancy> price(Label label, Taking taking) {
        if (taking.sale().isEmpty()) {
            return Optional.empty();
        }
        Asked asked = taking.sale().get();
        Money posted = asked.origin() == PriceOrigin.LOT ? label.lotPrice() : label.piecePrice();
        Money paid = asked.origin() == PriceOrigin.LOT ? asked.total() : asked.unit();
        if (paid.equals(posted)) {
            return Optional.empty();
        }
        String text = "L’article %s a été vendu à %s ; son étiquette dit %s."
                .formatted(label.code().spaced(), French.euros(paid), French.euros(posted));
        return Optional.of(differs(Kind.PRICE_DIFFERS, label, taking, text));
    }

    /// A cashier who keyed a label that the till did not know may have taken the wrong key: the kilos left another
    /// shelf than the one they stood on.
    private static Optional<Discrepancy> category(Label label, Taking taking) {
        return taking.sale()
                .map(Asked::category)
                .filter(sold -> !sold.equals(label.category()))
                .map(sold -> differs(
                        Kind.CATEGORY_DIFFERS,
                        label,
                        taking,
                        "L’article %s a été vendu dans la catégorie « %s » ; son étiquette dit « %s »."
                                .formatted(label.code().spaced(), sold, label.category())));
    }

    private static Discrepancy differs(Kind kind, Label label, Taking taking, String text) {
        return new Discrepancy(
                kind,
                taking.fact() + "#" + taking.line(),
                Discrepancy.ofItem(label.code()),
                Optional.of(taking.site()),
                Optional.of(taking.fact()),
                text);
    }

    private static Discrepancy of(Kind kind, ItemCode code, SiteCode site, FactId fact, String text) {
        return new Discrepancy(
                kind, code.digits(), Discrepancy.ofItem(code), Optional.of(site), Optional.of(fact), text);
    }
}

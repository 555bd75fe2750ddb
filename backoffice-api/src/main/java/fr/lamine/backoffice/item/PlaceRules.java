package fr.lamine.backoffice.item;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.item.Taking.Way;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Account.Transit;
import fr.lamine.model.stock.Movement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where the pieces of a label are, as all its facts together tell.
final class PlaceRules {

    private PlaceRules() {}

    /// What was posted as missing and found again was there all the time.
    static List<Taking> withoutFoundAgain(List<Taking> taken) {
        int found = taken.stream()
                .filter(t -> t.way() == Way.FOUND)
                .mapToInt(Taking::pieces)
                .sum();
        int lost = taken.stream()
                .filter(t -> t.way() == Way.LOST)
                .mapToInt(Taking::pieces)
                .sum();
        int both = Math.min(found, lost);
        return both == 0 ? taken : without(Way.FOUND, both, without(Way.LOST, both, taken));
    }

    private static List<Taking> without(Way way, int pieces, List<Taking> taken) {
        List<Taking> left = new ArrayList<>();
        int less = pieces;
        for (Taking taking : taken.reversed()) {
            int cut = taking.way() == way ? Math.min(less, taking.pieces()) : 0;
            less -= cut;
            if (cut < taking.pieces()) {
                left.add(taking.less(cut));
            }
        }
        return left.reversed();
    }

    /// Pieces by account; no account that holds none.
    ///
    /// @param aside what was put aside, or back on the shelf
    static Map<Account, Integer> held(List<ItemMove> moves, List<Posting> aside) {
        Map<Account, Integer> held = new HashMap<>();
        moves.forEach(move -> add(held, move.account(), move.pieces()));
        for (Posting posting : aside) {
            add(held, posting.movement().from(), -posting.movement().pieces());
            add(held, posting.movement().to(), posting.movement().pieces());
        }
        return held;
    }

    private static void add(Map<Account, Integer> held, Account account, int pieces) {
        if (held.merge(account, pieces, Integer::sum) == 0) {
            held.remove(account);
        }
    }

    /// Where most of what is left stands; where it was labelled when nothing is left.
    static Account place(Label label, Map<Account, Integer> held) {
        return held.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .min(Comparator.comparing((Map.Entry<Account, Integer> e) -> -e.getValue())
                        .thenComparing(e -> e.getKey().code()))
                .map(Map.Entry::getKey)
                .orElse(label.to());
    }

    /// Sold or given where the books did not have it, while they have it elsewhere. The thing is gone all the same.
    static List<Discrepancy> elsewhere(Label label, List<Taking> taken, List<ItemMove> moves) {
        List<Discrepancy> found = new ArrayList<>();
        Map<Account, Integer> held = new HashMap<>();
        for (ItemMove move : moves.stream().sorted(ItemMove.ORDER).toList()) {
            held.merge(move.account(), move.pieces(), Integer::sum);
            Optional<Taking> taking = taken.stream()
                    .filter(t -> t.fact().equals(move.fact()) && t.line() == move.line())
                    .filter(t -> t.way() == Way.SOLD || t.way() == Way.GIVEN || t.way() == Way.VOIDED)
                    .findFirst();
            if (taking.isEmpty() || move.pieces() >= 0 || at(taking.get().site(), held) >= 0) {
                continue;
            }
            Optional<Account> where = where(held);
            if (where.isPresent() && held.values().stream().mapToInt(n -> n).sum() >= 0) {
                found.add(told(label, taking.get(), where.get()));
            }
        }
        return found;
    }

    private static int at(SiteCode site, Map<Account, Integer> held) {
        return held.entrySet().stream()
                .filter(e -> e.getKey() instanceof Place place && place.site().equals(site))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Optional<Account> where(Map<Account, Integer> held) {
        TreeMap<String, Account> with = new TreeMap<>();
        held.forEach((Account account, Integer pieces) -> {
            if (pieces > 0) {
                with.put(account.code(), account);
            }
        });
        return with.values().stream().findFirst();
    }

    private static Discrepancy told(Label label, Taking taking, Account where) {
        String books = where instanceof Transit(var transfer)
                ? "en route (transfert %s)".formatted(transfer)
                : "à %s".formatted(((Place) where).site());
        String left = switch (taking.way()) {
            case GIVEN -> "donné";
            case VOIDED -> "retiré, son étiquette annulée,";
            case SOLD, RELABELLED, SENT, LOST, FOUND, BACK -> "vendu";
        };
        return new Discrepancy(
                Kind.SOLD_ELSEWHERE,
                taking.fact() + "#" + taking.line(),
                Discrepancy.ofItem(label.code()),
                Optional.of(taking.site()),
                Optional.of(taking.fact()),
                "L’article %s a été %s à %s alors que les livres le disent %s."
                        .formatted(label.code().spaced(), left, taking.site(), books));
    }

    /// What a counter carried without knowing the label.
    static List<Posting> carried(Label label, List<Carry> carries) {
        return carries.stream()
                .map(c -> new Posting(
                        c.fact(),
                        Posting.FOLDED_LINE + c.line(),
                        c.site(),
                        c.day(),
                        c.at(),
                        new Movement(
                                c.from(),
                                c.to(),
                                label.category(),
                                label.category(),
                                label.pieceMass().times(c.pieces()),
                                c.pieces(),
                                Optional.of(label.code()),
                                MassProvenance.Kind.LABEL),
                        Optional.of(label.code())))
                .toList();
    }

    /// Scanned on its way, but no label of this code ever came to the office.
    static Optional<Discrepancy> unknown(List<Carry> carries) {
        return carries.stream()
                .min(Comparator.comparing(Carry::at).thenComparing(Carry::fact))
                .map(c -> new Discrepancy(
                        Kind.UNKNOWN_LABEL,
                        c.code().digits(),
                        Discrepancy.ofItem(c.code()),
                        Optional.of(c.site()),
                        Optional.of(c.fact()),
                        "Le code %s a été transféré, mais son étiquette est inconnue du bureau."
                                .formatted(c.code().spaced())));
    }
}

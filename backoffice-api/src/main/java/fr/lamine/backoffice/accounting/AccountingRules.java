package fr.lamine.backoffice.accounting;

import static fr.lamine.backoffice.platform.Texts.t;
import static fr.lamine.backoffice.platform.Texts.word;

import fr.lamine.backoffice.accounting.TillDay.Moved;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.text.French;
import fr.lamine.model.till.CashMove;
import fr.lamine.model.till.DrawerCheck;
import fr.lamine.model.till.ExtraTotal;
import fr.lamine.model.till.TenderTotal;
import fr.lamine.model.till.VatTotal;
import java.util.ArrayList;
import java.util.List;

/// The balanced entry that a closed day yields: what was sold and how it was paid, then what else moved in the drawer.
public final class AccountingRules {

    private final TillDay day;
    private final List<EntryLine> lines = new ArrayList<>();

    private AccountingRules(TillDay day) {
        this.day = day;
    }

    public static List<EntryLine> entry(TillDay day) {
        AccountingRules rules = new AccountingRules(day);
        rules.tenders();
        rules.turnover();
        rules.extras();
        day.closing().drawer().ifPresent(rules::drawer);
        rules.cheques();
        return List.copyOf(rules.lines);
    }

    private void tenders() {
        for (TenderTotal total : day.closing().totals().tenders()) {
            debit(ledger(total.tender()), t("entry.tender", word(total.tender())), total.balance());
        }
    }

    private static Ledger ledger(Tender tender) {
        return switch (tender) {
            case CASH -> Ledger.CASH;
            case CARD -> Ledger.CARDS;
            case CHEQUE -> Ledger.CHEQUES;
            case TRANSFER -> Ledger.BANK;
            case VOUCHER -> Ledger.VOUCHERS;
            case LOCAL_CURRENCY -> Ledger.LOCAL_CURRENCY;
        };
    }

    private void turnover() {
        for (VatTotal total : day.closing().totals().vat()) {
            Money services = day.services().stream()
                    .filter(s -> s.regime() == total.regime() && s.basisPoints() == total.basisPoints())
                    .map(VatTotal::net)
                    .reduce(Money.ZERO, Money::plus);
            debit(
                    Ledger.GOODS,
                    t("entry.goods", rate(total)),
                    total.net().minus(services).negated());
            debit(Ledger.SERVICES, t("entry.services", rate(total)), services.negated());
            debit(Ledger.VAT, t("entry.vat", rate(total)), total.tax().negated());
        }
    }

    private static String rate(VatTotal total) {
        return total.regime() == VatRegime.STANDARD
                ? French.percent(total.basisPoints(), 10_000)
                : word(total.regime());
    }

    private void extras() {
        for (ExtraTotal extra : day.closing().totals().extras()) {
            debit(ledger(extra.kind()), word(extra.kind()), extra.amount().negated());
        }
    }

    private static Ledger ledger(ExtraLine.Kind kind) {
        return switch (kind) {
            case GIFT -> Ledger.GIFTS;
            case DUES -> Ledger.DUES;
            case DEPOSIT, VOUCHER -> Ledger.VOUCHERS;
        };
    }

    /// After it the account of the till holds what lies in the drawer for the next day.
    private void drawer(DrawerCheck drawer) {
        day.carried().ifPresent(carried -> {
            Money found = drawer.opening().minus(carried);
            if (carried.equals(Money.ZERO)) {
                move(Ledger.INTERNAL, t("entry.brought"), found);
            } else {
                difference(t("entry.opening-difference"), found);
            }
        });
        Money in = drawer.in();
        Money out = drawer.out();
        for (Moved moved : day.moves()) {
            boolean fits = moved.move() == CashMove.IN
                    ? moved.cash().compareTo(in) <= 0
                    : moved.cash().compareTo(out) <= 0;
            if (!fits) {
                continue; // not in this drawer: what the closing says stands
            }
            switch (moved.move()) {
                case IN -> {
                    move(Ledger.SUSPENSE, t("entry.in", moved.reason()), moved.cash());
                    in = in.minus(moved.cash());
                }
                case OUT -> {
                    move(
                            Ledger.SUSPENSE,
                            t("entry.out", moved.reason()),
                            moved.cash().negated());
                    out = out.minus(moved.cash());
                }
                case BANK -> {
                    move(Ledger.INTERNAL, t("entry.bank"), moved.cash().negated());
                    out = out.minus(moved.cash());
                }
            }
        }
        move(Ledger.SUSPENSE, t("entry.in", t("entry.unknown")), in);
        move(Ledger.SUSPENSE, t("entry.out", t("entry.unknown")), out.negated());
        difference(t("entry.difference"), drawer.difference());
        Money taken = drawer.counted().total().minus(drawer.left());
        move(Ledger.INTERNAL, t("entry.taken"), taken.negated());
    }

    private void cheques() {
        for (Moved moved : day.moves()) {
            debit(Ledger.INTERNAL, t("entry.cheques"), moved.cheques());
            debit(Ledger.CHEQUES, t("entry.cheques"), moved.cheques().negated());
        }
    }

    private void difference(String label, Money found) {
        move(found.isNegative() ? Ledger.CASH_SHORT : Ledger.CASH_OVER, label, found);
    }

    /// Cash into the drawer against another account; out of it when below zero.
    private void move(Ledger against, String label, Money cash) {
        debit(Ledger.CASH, label, cash);
        debit(against, label, cash.negated());
    }

    private void debit(Ledger ledger, String label, Money amount) {
        if (!amount.equals(Money.ZERO)) {
            lines.add(new EntryLine(
                    ledger,
                    ledger.number(day.id().journal().terminal()),
                    label,
                    amount.isPositive() ? amount : Money.ZERO,
                    amount.isPositive() ? Money.ZERO : amount.negated()));
        }
    }
}

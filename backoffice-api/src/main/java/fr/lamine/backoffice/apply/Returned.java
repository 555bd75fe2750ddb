package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.backoffice.sale.ReturnDao;
import fr.lamine.backoffice.sale.ReturnDao.Back;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.text.French;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Judges money given back: the customer has it already, so all of it counts, and what exceeds a sale or a voucher is
/// named.
final class Returned {

    private Returned() {}

    static String scope(FactId sale) {
        return "returned:" + sale;
    }

    static String voucherScope(String code) {
        return "voucher:" + code;
    }

    static List<Discrepancy> judge(Handle handle, Collection<FactId> sales) {
        return ReturnDao.of(handle, sales).stream()
                .filter(back -> back.sold().isEmpty() || back.isTooMuch())
                .map(Returned::told)
                .toList();
    }

    private static Discrepancy told(Back back) {
        Kind kind = back.sold().isEmpty() ? Kind.RETURN_WITHOUT_SALE : Kind.RETURNED_TOO_MUCH;
        String text = back.sold().isEmpty()
                ? "« %s » a été remboursé %s, mais le bureau ne connaît pas la ligne %d de la vente %s."
                        .formatted(back.label(), French.euros(back.total()), back.line(), back.sale())
                : "De la ligne %d de la vente %s (%s pièces, %s), %s pièces et %s ont été remboursées."
                        .formatted(
                                back.line(),
                                back.sale(),
                                French.count(back.sold().get()),
                                French.euros(back.paid()),
                                French.count(back.pieces()),
                                French.euros(back.total()));
        return new Discrepancy(
                kind,
                back.sale() + "#" + back.line(),
                scope(back.sale()),
                Optional.of(back.site()),
                Optional.of(back.last()),
                text);
    }

    static List<Discrepancy> judgeVouchers(Handle handle, Collection<String> codes) {
        return ReturnDao.overspent(handle, codes).stream()
                .map(over -> new Discrepancy(
                        Kind.VOUCHER_OVERSPENT,
                        over.code(),
                        voucherScope(over.code()),
                        Optional.of(over.site()),
                        Optional.of(over.last()),
                        "Le bon %s a été dépensé de %s au-delà de sa valeur."
                                .formatted(over.code(), French.euros(over.over()))))
                .toList();
    }

    /// Refunds that name no sale at all.
    static List<Discrepancy> without(Recorded<Sale> sale) {
        List<Discrepancy> found = new ArrayList<>();
        List<ReturnLine> returns = sale.fact().returns();
        for (int i = 0; i < returns.size(); i++) {
            ReturnLine line = returns.get(i);
            if (line.of().isEmpty()) {
                found.add(new Discrepancy(
                        Kind.RETURN_WITHOUT_SALE,
                        sale.id() + "#" + (i + 1),
                        Discrepancy.ofFact(sale.id()),
                        Optional.of(sale.context().site()),
                        Optional.of(sale.id()),
                        "« %s » a été remboursé %s sans ticket : « %s »."
                                .formatted(line.label(), French.euros(line.total()), line.reason())));
            }
        }
        return found;
    }
}

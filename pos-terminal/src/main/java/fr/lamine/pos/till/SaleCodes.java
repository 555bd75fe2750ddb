package fr.lamine.pos.till;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.sale.ExtraLine;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.sale.PickUp;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.TerminalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The codes that a ticket gives out, known only once it has its number: of goods collected later, of deposits and of
/// vouchers sold.
final class SaleCodes {

    /// Stands on an open ticket in the place of a code; terminal 000 is the office's and gives out none.
    static final String NO_VOUCHER = "000-1";

    static final String NO_PICK_UP = "P-000-0-0";

    private SaleCodes() {}

    static boolean hasPickUps(Fact.Sale sale) {
        return sale.lines().stream().anyMatch(line -> line.pickUp().isPresent());
    }

    static boolean hasCodes(Fact.Sale sale) {
        return sale.extras().stream().anyMatch(extra -> extra.code().isPresent());
    }

    /// The same ticket with its codes.
    static Fact.Sale given(Fact.Sale sale, TerminalId own) {
        if (!hasPickUps(sale) && !hasCodes(sale)) {
            return sale;
        }
        PerpetualTotals after = sale.totalsAfter();
        List<ExtraLine> extras = new ArrayList<>();
        for (ExtraLine extra : sale.extras()) {
            if (extra.code().isPresent()) {
                after = after.afterVouchers(1);
                String code = TenderLine.voucherCode(own.code(), after.vouchers());
                extras.add(new ExtraLine(extra.kind(), extra.label(), extra.amount(), Optional.of(code)));
            } else {
                extras.add(extra);
            }
        }
        List<SaleLine> lines = new ArrayList<>();
        for (SaleLine line : sale.lines()) {
            lines.add(line.pickUp()
                    .map(p -> new PickUp(
                            "P-%s-%d-%d".formatted(own.code(), sale.ticket(), lines.size() + 1),
                            p.place(),
                            p.state(),
                            p.until()))
                    .map(p -> collected(line, p))
                    .orElse(line));
        }
        return new Fact.Sale(
                sale.context(),
                sale.ticket(),
                lines,
                sale.returns(),
                extras,
                sale.total(),
                sale.tenders(),
                sale.change(),
                sale.givenBack(),
                sale.member(),
                sale.paper(),
                after);
    }

    private static SaleLine collected(SaleLine line, PickUp pickUp) {
        return new SaleLine(
                line.label(),
                line.item(),
                line.origin(),
                line.category(),
                line.pieces(),
                line.unitPrice(),
                line.price(),
                line.priceReason(),
                line.reductions(),
                line.total(),
                line.vat(),
                line.mass(),
                line.provenance(),
                line.guaranteed(),
                Optional.of(pickUp));
    }
}

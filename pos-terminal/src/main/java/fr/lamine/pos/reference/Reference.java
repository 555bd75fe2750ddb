package fr.lamine.pos.reference;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.journal.Head;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.site.BusinessDay;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.ReceiptWays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One state of the reference data, whole.
///
/// @param epoch    of the office; empty before the first answer
/// @param revision of the last answer
/// @param receipts how the office can hand receipts over
/// @param applied  up to where the office has counted this terminal's own facts; absent before the first answer
public record Reference(
        String epoch,
        long revision,
        Optional<Head> applied,
        long catalogRevision,
        Catalog catalog,
        List<Operator> operators,
        ReceiptWays receipts) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime CUT_OFF = LocalTime.of(4, 0);

    public static final Reference NONE = new Reference(
            "",
            0,
            Optional.empty(),
            0,
            new Catalog(List.of(), List.of(), List.of(), VatRegime.EXEMPT_261_7),
            List.of(),
            ReceiptWays.NONE);

    public Reference {
        operators = List.copyOf(operators);
    }

    public Optional<Operator> operator(OperatorCode code) {
        return operators.stream().filter(o -> o.code().equals(code)).findFirst();
    }

    /// The site's own day of trade; Paris and four o'clock until the site is known.
    public LocalDate businessDay(SiteCode site, Instant now) {
        return catalog.site(site)
                .map(known -> known.businessDay(now))
                .orElseGet(() -> BusinessDay.of(now, PARIS, CUT_OFF));
    }

    public ZoneId zone(SiteCode site) {
        return catalog.site(site).map(known -> known.zone()).orElse(PARIS);
    }
}

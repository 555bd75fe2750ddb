package fr.lamine.backoffice.hold;

import fr.lamine.backoffice.fact.EntryDao;
import fr.lamine.backoffice.hold.HoldDao.Holder;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.LineHold;
import fr.lamine.model.sync.LineHold.LineHeld;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.model.sync.VoucherHold;
import fr.lamine.model.sync.VoucherHold.VoucherHeld;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where tills hold what they did not give out or sell themselves. Each answer is one short transaction.
public final class HoldDesk {

    /// A till records its sale within this time, or asks again.
    public static final Duration USABLE = Duration.ofMinutes(15);

    /// A till may have recorded its sale and lost its line at once: what it holds stays held until it is heard again,
    /// or
    /// this is over.
    public static final Duration KEPT = Duration.ofHours(12);

    private HoldDesk() {}

    /// As much as is left of what is asked; empty for a voucher that the office knows nothing of yet. The till that
    /// gave
    /// it out knows better: it gets what it asks for.
    public static Optional<VoucherHeld> hold(Handle handle, TerminalId terminal, VoucherHold asked, Instant now) {
        Holder holder = new Holder(terminal, asked.station(), asked.ticket(), asked.at());
        HoldDao.forgetOver(handle, terminal, now);
        HoldDao.lock(handle, asked.voucher());
        boolean own = asked.voucher().startsWith(terminal.code() + "-");
        if (!own && !HoldDao.counts(handle, terminal)) {
            return Optional.empty();
        }
        return HoldDao.left(handle, asked.voucher(), holder, now)
                .or(() -> own ? Optional.of(asked.amount()) : Optional.empty())
                .map(left -> {
                    Money open = left.isNegative() ? Money.ZERO : left;
                    Money held = open.compareTo(asked.amount()) < 0 ? open : asked.amount();
                    HoldDao.keep(handle, asked.voucher(), holder, held.cents(), now.plus(KEPT));
                    return new VoucherHeld(held, open, (int) USABLE.toSeconds());
                });
    }

    /// As many pieces as are left of what is asked; empty for a line that the office knows nothing of yet. The till
    /// that
    /// sold it knows better: it gets what it asks for.
    public static Optional<LineHeld> hold(Handle handle, TerminalId terminal, LineHold asked, Instant now) {
        Holder holder = new Holder(terminal, asked.station(), asked.ticket(), asked.at());
        SoldLine sold = new SoldLine(asked.sale(), asked.line());
        String subject = HoldRelease.subject(sold);
        HoldDao.forgetOver(handle, terminal, now);
        HoldDao.lock(handle, subject);
        HoldDao.Line line = HoldDao.line(handle, sold, holder, now);
        boolean own = asked.sale().journal().terminal().equals(terminal);
        if (!own && !HoldDao.counts(handle, terminal)) {
            return Optional.empty();
        }
        return line.sold()
                .map(pieces -> pieces - line.back().pieces() - line.back().held())
                .or(() -> own ? Optional.of(asked.pieces()) : Optional.empty())
                .map(left -> {
                    int held = Math.clamp(left, 0, asked.pieces());
                    HoldDao.keep(handle, subject, holder, held, now.plus(KEPT));
                    return new LineHeld(held, line.back(), (int) USABLE.toSeconds());
                });
    }

    /// A sale that counts, with what came back of it.
    public static Optional<SoldElsewhere> sale(Handle handle, TerminalId terminal, FactId sale, Instant now) {
        boolean counted = handle.createQuery("SELECT count(*) FROM sale WHERE journal = :journal AND seq = :seq")
                        .bind("journal", sale.journal().toString())
                        .bind("seq", sale.seq())
                        .mapTo(Long.class)
                        .one()
                > 0;
        return counted
                ? EntryDao.find(handle, sale)
                        .map(stored -> new SoldElsewhere(stored.entry(), HoldDao.lines(handle, sale, terminal, now)))
                : Optional.empty();
    }
}

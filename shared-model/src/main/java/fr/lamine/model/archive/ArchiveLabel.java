package fr.lamine.model.archive;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What an archive says of itself; nothing of it is believed before the entries bear it out.
///
/// @param format          always [#FORMAT]
/// @param period          `2026-11-23`, `2026-11`, `2026`, or `tout` for the whole journal
/// @param first           the first entry: the closing before the period, or the first of the journal
/// @param last            the last one: the closing of the period
/// @param withheld        whether weighings stand there by their hash alone
/// @param officePublicKey with which receipts are signed; empty for a terminal that knows none
public record ArchiveLabel(
        String format,
        TerminalId terminal,
        SiteCode site,
        String period,
        FactId first,
        FactId last,
        boolean withheld,
        Instant at,
        String appVersion,
        String officePublicKey) {

    public static final String FORMAT = "lamine-archive-1";

    /// The whole journal, up to the moment of the archive.
    public static final String WHOLE = "tout";

    public ArchiveLabel {
        if (!format.equals(FORMAT) || !period.equals(WHOLE) && !period.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
            throw new IllegalArgumentException("not an archive of this format: " + format + ", " + period);
        }
        if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))
                || appVersion.length() > 40
                || officePublicKey.length() > 400) {
            throw new IllegalArgumentException("an archive's label out of bounds");
        }
    }
}

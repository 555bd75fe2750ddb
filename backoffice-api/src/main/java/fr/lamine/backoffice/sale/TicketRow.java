package fr.lamine.backoffice.sale;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.TerminalId;
import java.time.Instant;

/// A ticket as the list shows it.
///
/// @param counted what it adds to the sum of the list: the whole, one means of payment, or one category
public record TicketRow(
        FactId fact,
        TerminalId terminal,
        long number,
        SiteCode site,
        Instant at,
        long lines,
        long pieces,
        Mass mass,
        Money total,
        Money counted) {}

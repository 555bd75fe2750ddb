package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.money.Money;

/// Tickets and what they add up to, all pages together.
public record TicketList(Slice<TicketRow> tickets, Money sum) {}

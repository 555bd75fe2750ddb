package fr.lamine.backoffice.item;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import java.time.Instant;
import java.time.LocalDate;

/// Pieces of a label that were scanned at a counter which did not know the label: only the office can tell their mass.
record Carry(
        ItemCode code,
        FactId fact,
        int line,
        Instant at,
        LocalDate day,
        SiteCode site,
        int pieces,
        Account from,
        Account to) {}

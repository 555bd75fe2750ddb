package fr.lamine.backoffice.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A label as it was made.
///
/// @param day business day of its fact
public record Label(
        FactId fact,
        Instant occurredAt,
        LocalDate day,
        SiteCode site,
        ItemCode code,
        CategoryCode category,
        String title,
        int pieces,
        Mass mass,
        Mass pieceMass,
        Money piecePrice,
        Money lotPrice,
        Place to,
        Optional<ItemCode> replaces) {}

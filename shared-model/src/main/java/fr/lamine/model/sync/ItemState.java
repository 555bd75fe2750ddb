package fr.lamine.model.sync;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.site.SiteCode;

/// A labelled item or lot as the office knows it.
///
/// @param pieces labelled
/// @param sold   pieces sold so far, by any till; more than `pieces` is a discrepancy
public record ItemState(
        ItemCode code,
        CategoryCode category,
        String title,
        SiteCode site,
        int pieces,
        int sold,
        Mass mass,
        Mass pieceMass,
        Money piecePrice,
        Money lotPrice) {}

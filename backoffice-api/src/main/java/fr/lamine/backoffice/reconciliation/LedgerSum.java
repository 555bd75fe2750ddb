package fr.lamine.backoffice.reconciliation;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.stock.Account;

/// Grams that went from an account to another, summed over days.
///
/// @param later true for the days after the period, false for those within
public record LedgerSum(
        boolean later,
        Account from,
        Account to,
        CategoryCode categoryFrom,
        CategoryCode categoryTo,
        MassProvenance.Kind provenance,
        Mass mass) {}

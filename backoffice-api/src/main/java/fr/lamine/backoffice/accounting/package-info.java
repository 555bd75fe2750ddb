/// Accounting entries (*écritures comptables*) of a till's day, by the chart of accounts of associations.
///
/// Invariants: debits equal credits to the cent; the account of a till's cash moves by what its drawer holds more or
/// less
/// than when it was last closed.
package fr.lamine.backoffice.accounting;

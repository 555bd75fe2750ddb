/// Explaining every kilo and every euro of a site and a period (*rapprochement*). It reads the daily totals and the
/// ledger and writes nothing. Invariant: what was there + what came − what left = what is there, category by category.
package fr.lamine.backoffice.reconciliation;

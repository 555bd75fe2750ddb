/// Applying facts (*traitement des faits*): stored entries become tables, movements, totals and discrepancies, all a
/// function of the set of facts.
package fr.lamine.backoffice.apply;

/// Receipts that nobody wants on paper (*ticket électronique*): a page that the customer finds by an address nobody can
/// guess, and an e-mail.
///
/// Invariants: what is shown is what paper would say, made from the same signed entry; no person is named on it; an
/// address is used for the one receipt for which it was given.
package fr.lamine.backoffice.receipt;

/// The ledger of mass in the office (*stock*): movements between accounts, their daily totals and the balance of each
/// place by category. Totals and balances are written with the movements or not at all, and a balance may be negative.
package fr.lamine.backoffice.stock;

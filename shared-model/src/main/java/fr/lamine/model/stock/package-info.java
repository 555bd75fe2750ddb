/// The ledger of mass in double entry (*stock*): every gram moves from an account to an account, so the sum over all
/// accounts is zero at any time.
package fr.lamine.model.stock;

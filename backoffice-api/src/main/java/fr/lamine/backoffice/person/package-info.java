/// People whom a fact needs to name (*personnes*): whose cheque it is, where a receipt goes.
///
/// Invariants: no journal, total or report holds any of it; what is erased stays erased, also when a terminal tells it
/// again; nothing is kept longer than [PersonRules] says.
package fr.lamine.backoffice.person;

/// People whom a fact needs to name (*personnes*), on their way to the office: whose cheque it is, where a receipt
/// goes.
///
/// Invariants: no journal holds any of it; it is written in the transaction of what it belongs to, survives a restart,
/// and is deleted once the office has it.
package fr.lamine.pos.person;

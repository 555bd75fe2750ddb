/// Selling (*caisse*): the open ticket, its payment, its receipt.
///
/// Invariants: selling is never refused for what the till believes of an item, it is asked about; the open ticket
/// outlives crash, reload and change of operator; a sale and its number, the closing of its ticket and the drawer's
/// opening are committed together.
package fr.lamine.pos.till;

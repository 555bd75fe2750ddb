/// Goods sent to another site and received from one (*transferts*), by scanning. What is scanned and not yet sent lies
/// in
/// the store; a slip with the transfer's code travels with the goods. Nothing here needs the office.
package fr.lamine.pos.transfer;

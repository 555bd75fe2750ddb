/// Goods between sites (*transferts*): sent by one, on their way, received by another or brought back. What was sent
/// and
/// what was received may come to the office in any order; what differs stays on its way until a later receipt brings it
/// or a manager says what became of it.
package fr.lamine.backoffice.transfer;

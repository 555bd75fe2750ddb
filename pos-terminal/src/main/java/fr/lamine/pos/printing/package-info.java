/// What waits to be printed (*file d'impression*): jobs that were queued in the transaction of what they print.
///
/// Invariants: nothing is printed and no drawer opens before the commit; a failing printer never undoes a sale; a
/// drawer never opens late; a job is noted as sent before its first byte goes, so that one whose end is in doubt, after
/// a
/// crash too, is never sent again by itself; a copy that came out is never printed again as the same copy; paper that
/// waited long does not surprise the next customer.
package fr.lamine.pos.printing;

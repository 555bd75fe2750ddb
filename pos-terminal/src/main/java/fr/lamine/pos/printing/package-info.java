/// What waits to be printed (*file d'impression*): jobs that were queued in the transaction of what they print.
///
/// Invariants: nothing is printed and no drawer opens before the commit; a failing printer never undoes a sale; a
/// drawer never opens late; a job whose end is in doubt is not sent again by itself.
package fr.lamine.pos.printing;

/// The day of a till (*journée de caisse*, from the *fond de caisse* to the *clôture*): its cash is counted before the
/// first sale and after the last, and what goes into and out of the drawer between is written down.
///
/// Invariants: the expected amount is never shown before a count was entered; a difference is data, and a closing is
/// never refused for it; nothing opens the drawer before the reason stands in the journal.
package fr.lamine.pos.closing;

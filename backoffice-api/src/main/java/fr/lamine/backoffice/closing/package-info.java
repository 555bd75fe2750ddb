/// Closings of tills (*clôtures, Z*) as the office sees them: each beside what the office itself counts over the same
/// tickets, with the drawer, the numbers that are missing, and the accounting entries it yields.
///
/// Invariants: a closing is shown as it was signed; the office's own sums never replace it, they stand beside it.
package fr.lamine.backoffice.closing;

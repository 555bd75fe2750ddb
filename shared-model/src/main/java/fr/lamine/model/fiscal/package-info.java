/// What the law reads (*périmètre fiscal*): the running totals of a till, folded fact by fact, and its closings.
///
/// Invariants: pure; a fact is folded once, in the order of the journal; totals of a period are those of its tickets,
/// to
/// the cent; closing a period does not look at its tickets again.
package fr.lamine.model.fiscal;

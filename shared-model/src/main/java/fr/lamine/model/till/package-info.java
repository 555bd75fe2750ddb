/// The day of a till (*caisse*): the drawer counted, money in and out, closings (*Z*) and the technical events that the
/// law wants kept.
///
/// Invariants: what is counted is what was found, never what should be there; a difference is data; a closing states
/// both its period and the perpetual totals.
package fr.lamine.model.till;

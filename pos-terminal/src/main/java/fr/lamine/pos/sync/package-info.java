/// Telling the office and hearing from it (*synchronisation*): entries of the journal go up, reference data come down,
/// whenever the office is there, in weeks if need be.
///
/// Invariants: nothing is ever thrown away for want of an answer; the office's word about what it holds is always
/// asked,
/// never remembered; sync never makes a customer wait.
package fr.lamine.pos.sync;

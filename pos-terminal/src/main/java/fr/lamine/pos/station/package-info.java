/// A counter's place of work (*poste*): who works there, and what every command shares: the circumstances it records,
/// the one-time token of its form, the three ways it may answer.
///
/// Invariants: a command is answered once per token; what it changes and what it answered are committed together.
package fr.lamine.pos.station;

/// People at the counter (*opérateurs*): signing in by name and PIN.
///
/// Invariant: each wrong PIN makes the next try of that person wait longer, whatever restarts in between.
package fr.lamine.pos.operator;

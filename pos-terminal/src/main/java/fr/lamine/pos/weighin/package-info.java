/// Weighing goods in, onto the shelf or out (*pesée*).
///
/// Invariants: a weigh-in names its destination; it can be taken back once, whole, on its own day; whatever happened to
/// the goods since does not stand in the way.
package fr.lamine.pos.weighin;

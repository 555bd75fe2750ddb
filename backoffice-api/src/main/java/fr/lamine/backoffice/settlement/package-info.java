/// Settling discrepancies by hand (*écarts traités*): a manager looked, and says in a fact of the office's journal what
/// it was. Nothing is taken back by it: the facts that do not match stay counted as they are.
package fr.lamine.backoffice.settlement;

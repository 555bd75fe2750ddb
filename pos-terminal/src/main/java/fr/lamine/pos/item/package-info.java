/// What this terminal knows of a labelled thing (*article, lot*): the office's last word, overlaid by its own facts.
///
/// Invariant: an old office state never un-sells what this terminal sold.
package fr.lamine.pos.item;

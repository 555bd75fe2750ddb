/// The terminal's store (*mémoire de la caisse*): one SQLite file holding the journal, what is read from it, and the
/// little state that is not a fact.
///
/// Invariants: entries are never changed nor taken away; a fact, its numbers and the screen state that it changes are
/// committed together or not at all; after each commit the head file, on another path, says where the journal stands.
package fr.lamine.pos.store;

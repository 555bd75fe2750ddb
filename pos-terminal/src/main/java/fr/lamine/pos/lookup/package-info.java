/// Finding a labelled thing (*chercher*): by its code, a word, its category, age, place or price, and what is known of
/// it: history, place, state. It reads only, so that a ticket, a weighing or a label left open stands as it was.
package fr.lamine.pos.lookup;

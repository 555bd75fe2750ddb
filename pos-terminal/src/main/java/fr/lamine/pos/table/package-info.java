/// The table (*la table*) of a demo or training counter: the emulated devices, drawn, under the hands of whoever
/// practises. Things are put on the scale, labels are scanned, paper comes out, and each device can be made to fail.
///
/// Invariants: it exists only beside emulated devices, so never at a journal of trade; it moves devices and nothing
/// else, so what the counter learns of it arrives in bytes, through the real drivers.
package fr.lamine.pos.table;

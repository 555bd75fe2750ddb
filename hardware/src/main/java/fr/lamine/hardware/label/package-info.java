/// Label printers (*étiqueteuses*): a label is drawn once, as dots, for its size and resolution; each language of the
/// makers only carries the dots to the paper.
///
/// Invariants: the same label looks the same in every language; a label whose print nobody confirmed is never said
/// to be printed.
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.label;

/// Ticket printers (*imprimantes*): a device-neutral [fr.lamine.hardware.printer.Document] is laid out once as a
/// [fr.lamine.hardware.printer.Sheet] and then rendered as ESC/POS bytes, as a picture for the screen, and as text.
///
/// Invariants: all renderings show the same characters; no control character of a text ever reaches the device; a job
/// whose end the printer did not confirm is [fr.lamine.hardware.printer.PrintResult.Doubtful], never printed.
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.printer;

/// Scanners (*douchettes*): what was read, as text, in the order it was read. What a text means is not decided here.
package fr.lamine.hardware.scanner;

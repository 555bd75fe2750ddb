/// Card terminals (*TPE*): the port only. The driver (Concert over IP) is a later issue; until then a card payment is
/// typed on the terminal by hand and confirmed on the till.
package fr.lamine.hardware.cardterminal;

/// Card terminals (*TPE*). A payment is typed on the terminal by hand and confirmed on the till, or sent to it over the
/// network.
///
/// Invariant: a payment that may have reached the terminal is never sent again; the number of a card is never kept.
package fr.lamine.hardware.cardterminal;

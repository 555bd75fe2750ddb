/// The 8217 protocol of Mettler-Toledo retail scales, which many check-out scales of other makers speak too. The driver
/// asks `W`; the scale answers STX, six characters of weight, `N` if net, CR; or STX, `?`, a status byte, CR. Asked
/// every 250 ms, since the scale wants 200 ms between commands. Factory line: 9600 baud, 7 bits, even parity.
///
/// The unit is not told: kilograms have three decimals (`01.234`), pounds two, so two decimals are no weight.
///
/// Source: Mettler-Toledo 8213/8217 *Host Communications*, in the service manuals of these scales
/// (https://www.mt.com).
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.mettler8217;

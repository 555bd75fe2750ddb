/// The text lines of Ohaus scales (Defender 3000, Ranger, Valor and older). The driver asks `IP` for the weight at
/// once;
/// the scale answers sign, weight and a blank in fixed places, the unit, `?` while it moves, and `G`, `N` or `NET`.
/// `Z` and `T` zero and tare.
///
/// Sources: Ohaus Defender 3000 indicator manual, *Output format*; *RS232 Interface* manual of the older scales
/// (https://www.ohaus.com). The answers to an overload (`Err8.3`) and below zero (`Err8.4`) are the error numbers of
/// the
/// display and not confirmed on the wire.
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.ohaus;

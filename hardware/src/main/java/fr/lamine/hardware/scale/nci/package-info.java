/// The protocol of NCI and Avery Weigh-Tronix scales, SCP-01, also offered by many other makers. The driver asks `W`
/// CR;
/// the scale answers LF, six characters of weight, the unit, CR LF, two or three status bytes, CR ETX; or the status
/// alone while it has no weight to tell. `Z` CR zeroes; there is no tare.
///
/// Source: Weigh-Tronix SCP-01 *NCI General Serial Communications Protocol*, document 8408-14788-01
/// (https://www.averyweigh-tronix.com).
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.nci;

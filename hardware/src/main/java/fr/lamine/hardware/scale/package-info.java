/// Scales (*balances*): the live reading of a device, its identity plate, and one sub-package a protocol.
///
/// Invariants: masses are whole grams; a reading says what it knows and a zero never means "don't know"; a reading
/// older
/// than two seconds is no reading; the raw frame travels with the weight, to be kept with the weighing.
package fr.lamine.hardware.scale;

/// The PC0 frame of Gram indicators (Z3, K3), also sold as Baxtran: 14 bytes, STX, status, sign, seven characters of
/// weight, two of unit, CR, ETX. The driver asks `$`, and reads a scale set to stream as well; `z` zeroes, `t` tares
/// (K3; a Z3 has no tare by wire and passes over it).
///
/// Source: Gram Z3 and K3 user manuals, *Frame format PC0* and *Communication protocol* (https://gram-group.com). What
/// an overloaded indicator sends is not in them: a frame without a number is read as *refused*.
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.gram;

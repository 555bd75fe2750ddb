/// What an emulated scale says, in bytes: one type a protocol, with the pan it speaks of and the ear it hears
/// commands with. A speech is without state and without I/O; the emulator brings both.
package fr.lamine.hardware.emulator.speech;

/// The device's side, in bytes: a scale, a scanner and a printer that exist only as sockets on 127.0.0.1, so that demo,
/// training and tests run the real drivers. Each has a device port, which the driver connects to, and a control port,
/// where a line of text does what a hand would do: put something on the pan, scan a code, take the paper away. Every
/// line sent to a control port is answered by one line beginning with `OK` or `ERR`.
///
/// An emulated device is never to be used with a journal that is neither training nor demo; its identity says what it
/// is.
package fr.lamine.hardware.emulator;

/// How bytes come and go, whatever the device: serial line, TCP, or memory; USB and device files have their place here
/// when an issue asks for them.
///
/// Invariants: every read and write is bounded in time and size; the absence of a device is normal, so a
/// [fr.lamine.hardware.transport.Transport] looks for it again quietly and says once that it is lost, once that it is
/// back.
package fr.lamine.hardware.transport;

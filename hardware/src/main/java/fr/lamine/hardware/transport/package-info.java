/// How bytes come and go, whatever the device: serial line, TCP, USB, a device file, a plain file, or memory.
///
/// Invariants: every read and write is bounded in time and size; the absence of a device is normal, so a
/// [fr.lamine.hardware.transport.Transport] looks for it again quietly and says once that it is lost, once that it is
/// back.
///
/// USB is usb4java 1.3.0: javax.usb tells what comes and goes, libusb's own calls look and move bytes
/// (docs/decisions/0010). Never another USB library in the same process: two of them crash it.
package fr.lamine.hardware.transport;

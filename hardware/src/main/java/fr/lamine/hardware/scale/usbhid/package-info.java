/// USB scales of the HID class (usage page 8D): Dymo, Mettler-Toledo PS, Fairbanks, Stamps.com and their kin. The scale
/// sends a report of six bytes some ten times a second: report number (3, some makers 4), status, unit, power of ten,
/// weight in two bytes, low byte first. `02 02` asks it to zero; not all obey. There is no tare.
///
/// Source: HID Point of Sale usage tables 1.02, scale page (https://www.usb.org/hid).
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.usbhid;

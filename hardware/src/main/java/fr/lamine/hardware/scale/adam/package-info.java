/// The print line of Adam Equipment scales (AZextra and others with `P`). The driver asks `P`, as the print key would;
/// the scale answers a number and its unit, only when it stands still, and some models only when the weight is new and
/// not zero. So it says nothing while it moves or is overloaded, and silence is *stale*, never the last weight. `Z` and
/// `T` zero and tare. Factory line: 4800 baud.
///
/// Source: Adam Equipment user manuals, *RS-232 interface, input command format* (https://www.adamequipment.com).
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.scale.adam;

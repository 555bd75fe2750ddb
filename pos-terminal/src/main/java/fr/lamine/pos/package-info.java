/// The counter (*le comptoir*): one local process that owns the devices, the store and the screen of a station, and
/// tells the office what happened whenever it can. This package only puts the parts together.
package fr.lamine.pos;

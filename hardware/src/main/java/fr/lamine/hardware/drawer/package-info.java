/// Cash drawers (*tiroirs-caisse*): a lock that a pulse of the ticket printer opens, and a switch that the
/// printer reads.
///
/// Last tested on real hardware: never.
package fr.lamine.hardware.drawer;

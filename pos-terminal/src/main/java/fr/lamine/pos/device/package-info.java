/// The devices of one counter (*balance, lecteur, imprimante, tiroir*): which ones there are, how they are, and the
/// screens where people try and choose them (*Appareils*) and read their raw frames (*Trames*).
///
/// Invariants: a device that is away is normal and never stops the counter; an emulated device never works in a journal
/// that is neither training nor demo; choosing another device takes effect at once and touches nothing but that device.
/// Only a manager chooses, and only a manager opens the drawer from here: an opening without a sale is not in the
/// journal yet.
package fr.lamine.pos.device;

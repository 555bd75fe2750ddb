/// The devices of one counter (*balance, lecteur, imprimante, tiroir*): which ones there are, and how they are.
///
/// Invariants: a device that is away is normal and never stops the counter; an emulated device never works in a journal
/// that is neither training nor demo.
package fr.lamine.pos.device;

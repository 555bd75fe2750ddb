/// Making labels (*étiquetage*): a thing or a lot of like things gets a code, a price and a mass, and goes to the shop.
///
/// Invariant: a code is given once, with the fact that names it, and its label is queued for print with it.
package fr.lamine.pos.labelling;

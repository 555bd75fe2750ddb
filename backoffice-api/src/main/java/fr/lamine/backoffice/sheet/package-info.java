/// Sheets of A4 that are printed at the office (*planches*): codes to stick first and register later, price tags of a
/// category, labels of things that stand in the shop.
///
/// Invariant: a code of terminal 000 is given once, with the sheet it stands on, under one lock.
package fr.lamine.backoffice.sheet;

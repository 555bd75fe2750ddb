/// What a receipt says (*ticket de caisse*), line by line and without a word about paper: the till prints it, the
/// office shows it as an electronic copy, and both say the same.
///
/// Invariants: it is made from the signed entry and the reference data alone; every mention that the law wants stands
/// on it whatever was sold; no person's name does.
package fr.lamine.model.receipt;

/// Counting a shelf by scanning it (*inventaire*), while the shop is open. What is scanned and not yet handed in lies
/// in
/// the store. A count moves nothing; the office compares it with the books of each thing's own moment.
package fr.lamine.pos.count;

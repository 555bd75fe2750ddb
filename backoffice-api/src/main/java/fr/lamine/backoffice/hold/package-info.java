/// What an open ticket keeps to itself of what another till gave out or sold (*réserver*): money of a voucher, pieces
/// of
/// a sold line. Two tills that ask for the same at once never get more than there is. A hold ends by the sale that uses
/// it, by the till giving it up, or by time; it is no fact, and nothing is derived from it.
package fr.lamine.backoffice.hold;

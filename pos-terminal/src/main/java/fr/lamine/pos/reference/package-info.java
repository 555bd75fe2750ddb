/// What the office tells the counter (*données de référence*): catalog, operators, labelled items. The counter works
/// from the last state it received, for weeks if need be.
package fr.lamine.pos.reference;

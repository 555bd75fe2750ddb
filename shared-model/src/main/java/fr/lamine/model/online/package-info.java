/// Selling on a marketplace (*vente en ligne*): listings, orders and parcels. A buyer is known by the marketplace's own
/// reference alone, never by a name or an address.
package fr.lamine.model.online;

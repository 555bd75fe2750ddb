/// Selling on marketplaces (*vente en ligne*): publishing, photographs, orders, parcels, payouts, and the doors for
/// machines. What managers enter is a fact of the office's journal; a sale over the counter always wins.
package fr.lamine.backoffice.online;

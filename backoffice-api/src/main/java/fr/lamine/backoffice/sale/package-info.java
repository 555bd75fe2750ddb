/// Tickets (*ventes*): their lines, what was paid in which means of payment, and the daily totals of money.
package fr.lamine.backoffice.sale;

/// What stands on a ticket (*vente*): lines, tenders, perpetual totals. Tenders less change always equal the lines.
package fr.lamine.model.sale;

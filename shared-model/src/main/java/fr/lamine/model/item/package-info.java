/// Labels and what a scan means (*code article, étiquette*). A code names one item or one lot and is never re-used.
package fr.lamine.model.item;

/// Money in whole euro cents, VAT regimes and the split of an amount (*montants, TVA*). A line's net amount and its VAT
/// always add up to what the customer paid.
package fr.lamine.model.money;

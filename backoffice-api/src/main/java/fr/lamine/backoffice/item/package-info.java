/// Labelled items and lots (*articles, lots*), folded from all facts that name their code in the order in which these
/// occurred. Fewer than no pieces left is a discrepancy, never a refusal.
package fr.lamine.backoffice.item;

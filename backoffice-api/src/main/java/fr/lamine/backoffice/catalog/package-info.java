/// The catalogs of all revisions (*catalogue, grille tarifaire*), as the journal `OFFICE` tells them: a price is judged
/// against the revision that its own fact names.
package fr.lamine.backoffice.catalog;

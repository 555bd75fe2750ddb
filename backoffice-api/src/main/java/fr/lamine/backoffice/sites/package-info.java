/// What managers see and say of goods between sites and on counted shelves (*transferts, inventaires*): what is left on
/// its way and where it went, what a count found and that it is posted. What they say is a fact of the office's
/// journal.
package fr.lamine.backoffice.sites;

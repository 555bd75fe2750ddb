/// What terminal and office say to each other (*synchronisation*): batches of journal entries up, reference data down.
package fr.lamine.model.sync;

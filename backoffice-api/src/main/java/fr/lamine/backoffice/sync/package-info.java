/// What terminals and office say to each other (*synchronisation*): batches of journal entries come up and are answered
/// with the office's head, reference data go down. A terminal is never blocked by what one entry holds.
package fr.lamine.backoffice.sync;

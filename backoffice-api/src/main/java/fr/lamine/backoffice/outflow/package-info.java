/// What leaves without a sale (*sorties*): by what becomes of it and who takes it, and what was stolen or broken. The
/// ledger is read, so that the till's free exits stand here too and a correction takes its kilos off.
package fr.lamine.backoffice.outflow;

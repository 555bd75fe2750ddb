/// The stored journals (*journaux*) of all terminals and of the office itself. They are only ever added to; an entry is
/// kept as the exact bytes that were signed.
package fr.lamine.backoffice.journal;

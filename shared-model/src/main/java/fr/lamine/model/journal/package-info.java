/// The journal of a terminal (*journal*): numbered, chained and signed entries holding facts as exact bytes. It is at
/// once the offline queue, the fiscal chain, the audit log and the crash-recovery log. The only package that knows
/// JSON.
package fr.lamine.model.journal;

/// What a person with the disk of a till may do to it, done on real files, and what the till, the archive and the
/// office make of it.
package fr.lamine.day.tampering;

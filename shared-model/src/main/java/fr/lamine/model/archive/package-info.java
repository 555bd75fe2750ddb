/// What a terminal hands out to be checked by somebody else (*archive*), and the check itself: an export of a whole
/// journal, one entry a line, or an archive of a day, a month or a year, a zip of such lines with everything that
/// proves
/// them.
///
/// Invariants: a check needs nothing but the file; it reads once, a bounded piece at a time; the first thing that is
/// wrong is named in French; nothing is believed because the file says so.
package fr.lamine.model.archive;

/// Counted shelves (*inventaires*). A count moves nothing: what it found is compared with the books of the moments at
/// which each thing was scanned, so that a shop may sell while it counts. What differs waits until a manager posts it
/// to
/// the adjustment account of the site, or says that the count was no good. Facts that come late are counted in: a count
/// is judged again, and what was posted in vain can be posted back.
package fr.lamine.backoffice.count;

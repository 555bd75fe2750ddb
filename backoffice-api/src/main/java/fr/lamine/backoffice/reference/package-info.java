/// What counters go by (*données de référence*): catalog, operators, items, in revisions that only go up. An epoch ends
/// when the office is put back from a copy; terminals then take everything anew.
package fr.lamine.backoffice.reference;

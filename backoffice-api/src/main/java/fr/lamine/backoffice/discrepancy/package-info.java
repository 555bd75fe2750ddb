/// What does not match and waits for a manager (*écarts*): never a reason to refuse a fact. A discrepancy is found from
/// the facts alone, and closes itself when the fact that was missing arrives.
package fr.lamine.backoffice.discrepancy;

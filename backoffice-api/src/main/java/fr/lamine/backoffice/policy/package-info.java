/// What managers set for the tills (*réglages de caisse*): who sells, limits, VAT, dated prices, campaigns, markdowns,
/// articles, guarantees. Each change is a fact of the office's journal under a new revision, so that a price can be
/// judged
/// by the settings that a till went by.
///
/// Invariants: a change is made to the settings that its author saw, or refused; one form changes them once.
package fr.lamine.backoffice.policy;

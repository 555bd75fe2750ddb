/// Mass and where its figure comes from (*origine du poids*). Whole grams, never a floating-point number; a weight that
/// is not known has no [Mass] at all.
package fr.lamine.model.measure;

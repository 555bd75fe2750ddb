/// The vocabulary: everything that happens in a shop is one [fr.lamine.model.fact.Fact], recorded once by the terminal
/// that saw it (*fait*).
package fr.lamine.model.fact;

package fr.lamine.model.measure;

/// Accuracy class of a non-automatic weighing instrument (OIML R76, directive 2014/31/EU).
public enum AccuracyClass {
    I,
    II,
    III,
    IIII,
    /// Not verified for legal use: its weights serve statistics only.
    NONE
}

package fr.lamine.hardware.label;

/// What label printers speak.
public enum LabelLanguage {
    /// A ticket printer with labels, or with its usual roll: the picture, and a cut.
    ESC_POS,
    /// Zebra and those that imitate it. Tells what is wrong (`~HS`); an empty buffer and a calm printer count as
    /// printed.
    ZPL,
    /// TSC and most cheap label printers. Tells what is wrong (`ESC ! ?`); seen at work and then ready counts as
    /// printed.
    TSPL
}

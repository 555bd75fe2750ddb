package fr.lamine.model.item;

/// Why a label counts no more (*étiquette annulée*), and with it where its things go.
public enum VoidReason {
    /// It was made by mistake: the things go back to where they came from, under no label.
    MISTAKE,
    /// What it stood on was broken on the shelf.
    BROKEN,
    THROWN_AWAY,
    /// It is taken apart for its parts (*démontage*).
    DISMANTLED
}

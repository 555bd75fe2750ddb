package fr.lamine.model.fact;

/// What a journal may be used for. Training and demonstration journals belong to terminals 900–999.
public enum JournalKind {
    REAL,
    TRAINING,
    DEMO
}

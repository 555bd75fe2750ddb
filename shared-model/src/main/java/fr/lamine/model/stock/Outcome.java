package fr.lamine.model.stock;

/// What became of goods that left (*devenir*), shared with the declarations.
public enum Outcome {
    SOLD,
    GIVEN,
    REUSED_ELSEWHERE,
    RECYCLED,
    WASTE,
    DECHETERIE
}

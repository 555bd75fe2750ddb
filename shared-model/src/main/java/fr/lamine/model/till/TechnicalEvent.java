package fr.lamine.model.till;

/// What happened to the till itself, kept because the law wants it traced or because it explains a figure later.
public enum TechnicalEvent {
    SIGN_IN,
    SIGN_OUT,
    /// The drawer was opened without a sale, with a reason.
    DRAWER_OPENED,
    /// A reading of the running totals was looked at or printed (*X*).
    X_READING,
    CLOCK_JUMP,
    VERSION_CHANGED,
    OFFLINE_BEGAN,
    OFFLINE_ENDED,
    DEVICE_LOST,
    DEVICE_BACK,
    /// A check of the journal found something; selling goes on in a new generation.
    INTEGRITY_FAILURE,
    /// The card terminal left a payment in doubt, and what a person said about it.
    CARD_IN_DOUBT,
    /// A manager allowed what a cashier may not.
    MANAGER_ALLOWED
}

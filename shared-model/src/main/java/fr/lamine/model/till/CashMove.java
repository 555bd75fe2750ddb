package fr.lamine.model.till;

/// Why cash goes into or out of a drawer without a sale.
public enum CashMove {
    /// Change fetched, a purchase paid back.
    IN,
    /// A small purchase, change handed to another till.
    OUT,
    /// To the bank, with its slip (*remise en banque*).
    BANK
}

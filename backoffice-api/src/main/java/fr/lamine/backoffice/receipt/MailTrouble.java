package fr.lamine.backoffice.receipt;

/// Why a receipt did not go out by e-mail.
public enum MailTrouble {
    /// The sale has not arrived.
    NO_SALE,
    /// The mail server is away, or does not take it now.
    NO_ANSWER,
    /// The mail server says that there is no such address: trying again is no use.
    NO_SUCH_ADDRESS
}

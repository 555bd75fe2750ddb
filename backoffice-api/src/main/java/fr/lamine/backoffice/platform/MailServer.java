package fr.lamine.backoffice.platform;

import java.util.Locale;

/// The server that takes the office's e-mail.
///
/// @param user empty when it asks for none
/// @param from the sender's address
public record MailServer(String host, int port, String user, String password, String from, Security security) {

    public enum Security {
        /// For a server on this machine alone.
        NONE,
        STARTTLS,
        TLS;

        static Security of(String word) {
            for (Security security : values()) {
                if (security.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return security;
                }
            }
            throw new IllegalArgumentException("mail.security est none, starttls ou tls, pas " + word + ".");
        }
    }

    /// @throws IllegalArgumentException with a plain sentence
    public MailServer {
        if (!from.matches("[^\\s<>@]+@[^\\s<>@]+")) {
            throw new IllegalArgumentException("mail.from doit être une adresse e-mail.");
        }
    }
}

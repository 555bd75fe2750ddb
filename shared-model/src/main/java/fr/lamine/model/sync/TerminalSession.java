package fr.lamine.model.sync;

import fr.lamine.model.site.TerminalId;

/// How a terminal signs in: the office sends a challenge, the terminal signs it, no clock is trusted.
public final class TerminalSession {

    private TerminalSession() {}

    public record Challenge(String challenge) {}

    public record Answer(String challenge, String keyId, String signature) {}

    /// @param token   sent as `Authorization: Bearer …`
    /// @param seconds how long it holds
    public record Opened(String token, int seconds) {}

    public static String signedText(TerminalId terminal, String challenge) {
        return "lamine-session-1\n" + terminal + "\n" + challenge;
    }
}

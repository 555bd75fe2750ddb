package fr.lamine.pos.web.view;

import java.util.Optional;

/// Sign-in (*connexion*): operator tiles, then the PIN.
public record SignInView(TilesView operators, Optional<PinView> pin) implements ScreenView {

    /// @param operator code that is sent with the PIN
    /// @param refusal  sentence after a wrong PIN; empty before
    /// @param seconds  until the next try is read; 0 when it may be tried now
    public record PinView(String operator, String name, String refusal, long seconds) {}
}

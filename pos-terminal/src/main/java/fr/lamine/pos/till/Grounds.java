package fr.lamine.pos.till;

import fr.lamine.model.site.OperatorCode;
import java.util.Optional;

/// On what grounds a price leaves the grid or the label.
///
/// @param reason  what the cashier said
/// @param manager who allowed it, with a PIN that was just proven
public record Grounds(Optional<String> reason, Optional<OperatorCode> manager) {

    public static final Grounds NONE = new Grounds(Optional.empty(), Optional.empty());

    public static Grounds of(String reason) {
        return new Grounds(Optional.of(reason), Optional.empty());
    }
}

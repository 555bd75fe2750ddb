package fr.lamine.model.sale;

import java.time.LocalDate;
import java.util.Optional;

/// Paid now and collected later (*retrait*): the goods wait at a place, in a state, until a day.
public record PickUp(String code, String place, String state, Optional<LocalDate> until) {

    public PickUp {
        if (!code.matches("P-[0-9]{3}-[0-9]{1,9}-[0-9]{1,3}") || place.length() > 60 || state.length() > 60) {
            throw new IllegalArgumentException("code, place or state of a pick-up out of bounds: " + code);
        }
    }
}

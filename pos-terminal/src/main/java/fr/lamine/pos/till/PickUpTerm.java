package fr.lamine.pos.till;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/// How long goods wait that are collected later.
enum PickUpTerm {
    WEEK("1 semaine", Period.ofWeeks(1)),
    TWO_WEEKS("2 semaines", Period.ofWeeks(2)),
    MONTH("1 mois", Period.ofMonths(1)),
    OPEN("Sans date", Period.ZERO);

    private final String words;
    private final Period wait;

    PickUpTerm(String words, Period wait) {
        this.words = words;
        this.wait = wait;
    }

    String words() {
        return words;
    }

    /// The last day; absent when there is none.
    Optional<LocalDate> until(LocalDate today) {
        return wait.isZero() ? Optional.empty() : Optional.of(today.plus(wait));
    }
}

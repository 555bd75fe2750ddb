package fr.lamine.backoffice.person;

import fr.lamine.model.sync.Person.Kind;
import java.time.Duration;

/// How long the words of a person are kept after they came, unless somebody erases them before.
final class PersonRules {

    private PersonRules() {}

    static Duration kept(Kind kind) {
        return switch (kind) {
            // A cheque may be presented for a year and eight days, and come back unpaid after that.
            case CHEQUE_DRAWER -> Duration.ofDays(400);
            case RECEIPT_ADDRESS -> Duration.ofDays(30);
        };
    }
}

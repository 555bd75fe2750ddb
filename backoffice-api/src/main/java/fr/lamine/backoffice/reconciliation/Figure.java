package fr.lamine.backoffice.reconciliation;

import fr.lamine.backoffice.screen.Period;
import fr.lamine.backoffice.screen.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A figure of mass that opens to the movements it is the sum of.
public enum Figure {
    START,
    IN,
    SOLD,
    GIVEN,
    RECYCLED,
    WASTE,
    TRANSFER,
    ADJUSTMENT,
    END,
    /// Of the adjustments, those that explain nothing.
    GAP;

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    /// As it stands in an address.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Figure> parse(String code) {
        return List.of(values()).stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public static Figure of(Flow flow) {
        return valueOf(flow.name());
    }

    /// +1 when the figure counts what comes into the stock, −1 when it counts what leaves it.
    int sign() {
        return switch (this) {
            case SOLD, GIVEN, RECYCLED, WASTE -> -1;
            case START, IN, TRANSFER, ADJUSTMENT, END, GAP -> 1;
        };
    }

    /// SQL patterns of the accounts on the other side.
    List<String> counterparts() {
        return switch (this) {
            case START, END -> List.of("%");
            case IN -> Flow.IN.counterparts();
            case SOLD -> Flow.SOLD.counterparts();
            case GIVEN -> Flow.GIVEN.counterparts();
            case RECYCLED -> Flow.RECYCLED.counterparts();
            case WASTE -> Flow.WASTE.counterparts();
            case TRANSFER -> Flow.TRANSFER.counterparts();
            case ADJUSTMENT -> Flow.ADJUSTMENT.counterparts();
            case GAP ->
                List.of("adjustment:%:COUNT", "adjustment:%:THEFT", "adjustment:%:BREAKAGE", "adjustment:%:LOST");
        };
    }

    /// The days whose movements make the figure.
    Period days(Scope scope) {
        return switch (this) {
            case START -> new Period(BEGINNING, scope.period().dayBefore());
            case END -> new Period(BEGINNING, scope.period().to());
            case IN, SOLD, GIVEN, RECYCLED, WASTE, TRANSFER, ADJUSTMENT, GAP -> scope.period();
        };
    }
}

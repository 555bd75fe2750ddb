package fr.lamine.model.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The day of trade that an instant belongs to. It is fixed when a fact is recorded and never derived again.
public final class BusinessDay {

    private BusinessDay() {}

    /// @param cutOff local time at which a new business day begins: before it, the day is still yesterday's
    public static LocalDate of(Instant instant, ZoneId zone, LocalTime cutOff) {
        var local = instant.atZone(zone);
        LocalDate day = local.toLocalDate();
        return local.toLocalTime().isBefore(cutOff) ? day.minusDays(1) : day;
    }
}

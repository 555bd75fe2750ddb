package fr.lamine.model.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// A place that takes in, keeps or sells goods.
///
/// @param zone   time zone of its clock
/// @param cutOff local time at which its business day changes
public record Site(SiteCode code, String name, String address, ZoneId zone, LocalTime cutOff) {

    public Site {
        if (name.isBlank() || name.length() > 60 || address.length() > 200) {
            throw new IllegalArgumentException("name or address out of bounds: " + code);
        }
    }

    public LocalDate businessDay(Instant instant) {
        return BusinessDay.of(instant, zone, cutOff);
    }
}

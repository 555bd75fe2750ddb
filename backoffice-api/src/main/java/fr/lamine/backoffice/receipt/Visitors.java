package fr.lamine.backoffice.receipt;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// How often anybody may come in a minute, so that a page open to everybody costs the shops nothing. Safe for use by
/// several threads.
final class Visitors {

    private final int visits;
    private final int guests;
    private final Map<String, Integer> seen = new HashMap<>();
    private long minute = Long.MIN_VALUE;

    /// @param visits of one guest in a minute
    /// @param guests that are told apart in a minute; the rest are turned away
    Visitors(int visits, int guests) {
        this.visits = visits;
        this.guests = guests;
    }

    synchronized boolean mayEnter(String guest, Instant now) {
        long current = now.getEpochSecond() / 60;
        if (current != minute) {
            minute = current;
            seen.clear();
        }
        if (!seen.containsKey(guest) && seen.size() >= guests) {
            return false;
        }
        return seen.merge(guest, 1, Integer::sum) <= visits;
    }
}

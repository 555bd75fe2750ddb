package fr.lamine.pos.web.view;

import java.util.List;

/// The paper sheet that a shop sells on when no till works.
///
/// @param number  printed, and typed when it is entered
/// @param printed when, in words: prices are those of that day
/// @param factice nothing on it is for real
/// @param lines   their numbers, from 1
/// @param tenders a column each
public record SheetView(
        String number,
        String site,
        String printed,
        boolean factice,
        List<Key> keys,
        List<Integer> lines,
        List<String> tenders) {

    public SheetView {
        keys = List.copyOf(keys);
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    /// A category key with its posted prices, such as `0,50 · 1,00 · 2,00`.
    public record Key(String name, String icon, String prices) {}
}

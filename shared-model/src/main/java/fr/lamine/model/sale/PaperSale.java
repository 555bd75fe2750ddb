package fr.lamine.model.sale;

import java.time.LocalDate;

/// A sale that was first written on the paper sheet, when no till could be used, and entered later.
///
/// @param day   of the sale itself; it counts in the period that is open when it is entered
/// @param sheet number printed on the sheet
/// @param line  1 for the first
public record PaperSale(LocalDate day, String sheet, int line) {

    public PaperSale {
        if (!sheet.matches("[A-Z0-9-]{1,20}") || line < 1 || line > 99) {
            throw new IllegalArgumentException("sheet or line of a paper sale out of bounds");
        }
    }
}

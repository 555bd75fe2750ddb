package fr.lamine.backoffice.screen;

import java.util.List;

/// Some rows of a long list.
///
/// @param page  from 1
/// @param total rows of the whole list
public record Slice<T>(List<T> rows, int page, long total) {

    public static final int ROWS = 50;
    public static final int MAX_PAGE = 10_000;

    public Slice {
        rows = List.copyOf(rows);
        if (page < 1 || page > MAX_PAGE) {
            throw new IllegalArgumentException("page " + page);
        }
    }

    public static int offset(int page) {
        return (page - 1) * ROWS;
    }

    public boolean isFirst() {
        return page == 1;
    }

    public boolean isLast() {
        return (long) page * ROWS >= total;
    }

    public long first() {
        return total == 0 ? 0 : offset(page) + 1L;
    }

    public long last() {
        return offset(page) + rows.size();
    }
}

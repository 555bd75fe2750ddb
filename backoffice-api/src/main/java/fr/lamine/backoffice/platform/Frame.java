package fr.lamine.backoffice.platform;

import java.util.List;

/// What stands around a page: who is signed in, and the way to the other pages.
///
/// @param person   name on the screen of who is signed in
/// @param here     path of the page
/// @param entries  the pages that this person may open, in the order of the menu
public record Frame(String person, String here, List<Entry> entries) {

    /// @param badge what waits there; 0 shows nothing
    public record Entry(String path, String word, long badge) {}

    public Frame {
        entries = List.copyOf(entries);
    }

    /// True for the page itself and all that lies under it.
    public boolean isHere(Entry entry) {
        return here.equals(entry.path()) || here.startsWith(entry.path() + "/");
    }
}

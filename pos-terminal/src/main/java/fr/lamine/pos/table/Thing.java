package fr.lamine.pos.table;

import fr.lamine.model.measure.Mass;

/// What stands around the table to be put on the scale. No two of a kind weigh quite the same.
enum Thing {
    BOOKS("crate-of-books", 12_340, 1_870, true),
    CLOTHES("bag-of-clothes", 6_780, 1_430, true),
    CHAIR("chair", 4_250, 790, true),
    LAMP("lamp", 1_860, 370, true),
    TOASTER("toaster", 1_430, 290, true),
    CROCKERY("box-of-crockery", 7_920, 1_610, true),
    RADIO("radio", 2_310, 530, true),
    VACUUM_CLEANER("vacuum-cleaner", 5_480, 870, true),
    TEAPOT("teapot", 640, 170, true),
    BEAR("bear", 380, 110, true),
    BICYCLE("bicycle", 9_180, 1_210, true),
    GREY_BOX("grey-box", 1_200, 0, true),
    /// More than the scale bears.
    SAFE("safe", 134_000, 0, false),
    /// A mass that was typed, or put there by another hand.
    PARCEL("parcel", 0, 0, false);

    private final String picture;
    private final long grams;
    private final long spread;
    private final boolean onTheShelf;

    Thing(String picture, long grams, long spread, boolean onTheShelf) {
        this.picture = picture;
        this.grams = grams;
        this.spread = spread;
        this.onTheShelf = onTheShelf;
    }

    /// Its name among our drawings.
    String picture() {
        return picture;
    }

    boolean isOnTheShelf() {
        return onTheShelf;
    }

    /// What the next one weighs after `before` others of its kind.
    Mass mass(int before) {
        return Mass.grams(spread == 0 ? grams : grams + before * 7_919L % spread * (before % 2 == 0 ? 1 : -1));
    }
}

package fr.lamine.pos.till;

import fr.lamine.model.item.ItemCode;

/// What stands open beside the sale at hand.
sealed interface ApartChoice {

    /// All that is done seldom.
    record More() implements ApartChoice {}

    /// The tickets on hold.
    record Held() implements ApartChoice {}

    /// What a line sells is collected later: where it waits, in which state, how long.
    record Later(int line, PickUpPlace place, PickUpState state, PickUpTerm term) implements ApartChoice {
        static Later usual(int line) {
            return new Later(line, PickUpPlace.STORE_ROOM, PickUpState.AS_SEEN, PickUpTerm.TWO_WEEKS);
        }
    }

    /// A deposit is taken for what a line sells.
    record Deposit(int line) implements ApartChoice {}

    /// What waits to be collected.
    record PickUpList() implements ApartChoice {}

    record OnePickUp(String code) implements ApartChoice {}

    /// Somebody online waits for what was just scanned.
    record Reserved(ItemCode item, String sentence) implements ApartChoice {}

    /// The paper sheets: one to print, or one to enter.
    record Sheets() implements ApartChoice {}

    /// Of which day are the sales on a sheet?
    record SheetDay(String sheet) implements ApartChoice {}

    /// A sheet is being entered.
    record Entering() implements ApartChoice {}
}

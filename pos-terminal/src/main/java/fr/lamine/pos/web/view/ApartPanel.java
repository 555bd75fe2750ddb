package fr.lamine.pos.web.view;

import java.util.List;
import java.util.OptionalInt;

/// What stands on the till beside the sale at hand.
public sealed interface ApartPanel {

    /// Nothing is typed, so that there is no keypad.
    default boolean whole() {
        return switch (this) {
            case Deposit _, Sheets _, SheetDay _, Entering _ -> false;
            case More _, Held _, Later _, PickUps _, PickUp _, Reserved _ -> true;
        };
    }

    /// The key of the words for what is typed.
    default String typed() {
        return switch (this) {
            case Sheets _ -> "sheet.numberTyped";
            case SheetDay _ -> "sheet.dayTyped";
            case Entering _ -> "sheet.lineTyped";
            case Deposit _, More _, Held _, Later _, PickUps _, PickUp _, Reserved _ -> "till.typed";
        };
    }

    /// How many digits are typed at most.
    default int most() {
        return switch (this) {
            case Sheets _ -> 7;
            case SheetDay _ -> 4;
            case Entering _ -> 2;
            case Deposit _, More _, Held _, Later _, PickUps _, PickUp _, Reserved _ -> 8;
        };
    }

    default int decimals() {
        return this instanceof Deposit ? 2 : 0;
    }

    /// All that is done seldom: a path word each, with an icon.
    ///
    /// @param things at most 8
    /// @param drop   the open ticket can be dropped
    record More(List<ChoiceView> things, boolean drop) implements ApartPanel {
        public More {
            things = List.copyOf(things);
        }
    }

    /// The tickets on hold, oldest first: when and how much, then how many lines and by whom.
    ///
    /// @param tickets at most 8
    record Held(List<ChoiceView> tickets) implements ApartPanel {
        public Held {
            tickets = List.copyOf(tickets);
        }
    }

    /// What a line sells is collected later.
    ///
    /// @param waits it is so already
    record Later(
            String name,
            String price,
            List<ChoiceView> places,
            List<ChoiceView> states,
            List<ChoiceView> terms,
            boolean waits)
            implements ApartPanel {
        public Later {
            places = List.copyOf(places);
            states = List.copyOf(states);
            terms = List.copyOf(terms);
        }
    }

    /// A deposit is typed.
    record Deposit(String name, String price) implements ApartPanel {}

    /// What waits to be collected.
    ///
    /// @param waiting at most 6
    record PickUps(List<ChoiceView> waiting, OptionalInt earlier, OptionalInt later) implements ApartPanel {
        public PickUps {
            waiting = List.copyOf(waiting);
        }
    }

    /// One of them: where, in which state, until when, since when paid.
    record PickUp(String code, String name, String pieces, List<String> lines) implements ApartPanel {
        public PickUp {
            lines = List.copyOf(lines);
        }
    }

    /// Somebody online waits for what was scanned: leave it, or sell it all the same.
    record Reserved(String code, String sentence) implements ApartPanel {}

    /// Paper sheets: those printed last, newest first, and a new one.
    ///
    /// @param sheets at most 5
    record Sheets(List<ChoiceView> sheets) implements ApartPanel {
        public Sheets {
            sheets = List.copyOf(sheets);
        }
    }

    /// Of which day are the sales on a sheet?
    ///
    /// @param days    at most 6
    /// @param printed here, so that its page can be shown
    record SheetDay(String sheet, List<ChoiceView> days, boolean printed) implements ApartPanel {
        public SheetDay {
            days = List.copyOf(days);
        }
    }

    /// A sheet is being entered: which line comes next?
    record Entering(String sheet, String day, String line) implements ApartPanel {}
}

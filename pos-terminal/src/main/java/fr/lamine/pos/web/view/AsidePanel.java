package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands beside the ticket when it is not the common sale: articles, gifts, a weighed line, a free exit.
public sealed interface AsidePanel {

    /// A key that does one thing.
    ///
    /// @param detail a smaller line; may be empty
    /// @param field  name of what is sent; empty for none
    record Key(String name, String detail, String icon, String field, String value, String path) {}

    /// The keys of the house.
    ///
    /// @param keys at most 12, or 11 and the next page
    record Keys(List<Key> keys, OptionalInt nextPage) implements AsidePanel {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /// How much?
    ///
    /// @param keys round amounts, at most 6
    record Amount(String name, String icon, List<Key> keys) implements AsidePanel {
        public Amount {
            keys = List.copyOf(keys);
        }
    }

    /// A gift or a fee on the ticket was tapped.
    record Extra(String name, String amount) implements AsidePanel {}

    /// A line is weighed.
    ///
    /// @param grams what it weighs so far, in words
    /// @param typed the scale cannot tell: kilograms may be typed
    record Weighing(String name, String grams, WeightView weight, boolean typed) implements AsidePanel {}

    /// What is given away?
    ///
    /// @param code of a scanned label that this till never saw
    record GiveWhat(Optional<String> code, TilesView tiles) implements AsidePanel {}

    /// Why is it given away?
    ///
    /// @param kilos such as `2 × 0,400 kg`
    record GiveWhy(String name, String kilos, List<ChoiceView> reasons) implements AsidePanel {
        public GiveWhy {
            reasons = List.copyOf(reasons);
        }
    }

    /// Something is asked back before it is given away.
    record GiveAsked(String question) implements AsidePanel {}

    /// Whether the keypad stands below it.
    default boolean hasPad() {
        return switch (this) {
            case Amount _, Extra _, GiveWhy _ -> true;
            case Weighing weighing -> weighing.typed();
            case Keys _, GiveWhat _, GiveAsked _ -> false;
        };
    }
}

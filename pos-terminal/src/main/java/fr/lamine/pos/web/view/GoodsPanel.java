package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands left while goods are scanned onto a list.
public sealed interface GoodsPanel {

    /// The first question.
    ///
    /// @param field name under which the choice is sent
    /// @param path  where it is sent to
    /// @param last  what was done last, newest first, at most 3
    record Asking(
            String question, List<ChoiceView> choices, String field, String path, String hint, List<LastView> last)
            implements GoodsPanel {
        public Asking {
            choices = List.copyOf(choices);
            last = List.copyOf(last);
        }
    }

    /// The slip of what has come is scanned, or its code is typed.
    record Slip(String question) implements GoodsPanel {}

    /// @param id   what a reprint asks for; empty when there is nothing to print
    /// @param code of the slip
    record LastView(String id, String time, String what, String code) {}

    /// The list, newest first.
    record Listing(List<LineView> lines, OptionalInt earlier, OptionalInt later, String hint) implements GoodsPanel {
        public static final int MOST = 5;

        public Listing {
            lines = List.copyOf(lines);
            if (lines.size() > MOST) {
                throw new IllegalArgumentException("too many lines for one screen: " + lines.size());
            }
        }
    }

    /// @param item  code of the label; empty for loose goods
    /// @param place among the loose goods; empty for a label
    /// @param whole code of the lot of which pieces are left
    record LineView(
            String item,
            String place,
            String name,
            String detail,
            String pieces,
            String kilos,
            Optional<String> whole) {

        public String id() {
            return item.isEmpty() ? "L:" + place : "0:" + item;
        }
    }

    /// Of what kind the loose goods are.
    record Kinds(TilesView tiles) implements GoodsPanel {}

    /// @param average of one piece, in words
    record Weighing(String category, String icon, WeightView weight, Optional<String> container, String average)
            implements GoodsPanel {}

    /// What was scanned would be thrown away.
    record Leaving(String question) implements GoodsPanel {}
}

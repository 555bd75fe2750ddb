package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// What is done with the drawer now.
public sealed interface DrawerPanel {

    /// How the till stands, and what may be done.
    ///
    /// @param lines  what is known of it, each a plain sentence
    /// @param doings at most 9: path word, name, icon
    record Overview(boolean open, boolean leftOpen, String title, List<String> lines, List<ChoiceView> doings)
            implements DrawerPanel {
        public Overview {
            lines = List.copyOf(lines);
            doings = List.copyOf(doings);
        }
    }

    /// Coins and notes are counted, one face after the other.
    ///
    /// @param icon  of what the count is for
    /// @param notes plain sentences beside it
    /// @param faces largest first
    /// @param asked what is being counted now, such as `Billets de 20 €`; absent once every face was passed
    record Counting(
            Purpose purpose,
            String title,
            String icon,
            List<String> notes,
            List<Face> faces,
            Optional<String> asked,
            String total)
            implements DrawerPanel {
        public Counting {
            notes = List.copyOf(notes);
            faces = List.copyOf(faces);
        }
    }

    enum Purpose {
        OPENING,
        CLOSING,
        BANK
    }

    /// @param code   what a tap sends
    /// @param name   `20 €`
    /// @param spoken `Billets de 20 €`
    /// @param count  how many, empty for none
    /// @param sum    what they make, empty for none
    record Face(String code, String name, String spoken, String count, String sum, boolean chosen) {}

    /// Cash goes in or out, or the drawer is opened: why, and how much.
    ///
    /// @param amount whether an amount is asked
    record Reasons(String title, String icon, List<ChoiceView> reasons, boolean amount) implements DrawerPanel {
        public Reasons {
            reasons = List.copyOf(reasons);
        }
    }

    /// The running totals (*lecture X*).
    record Reading(String title, List<Row> rows) implements DrawerPanel {
        public Reading {
            rows = List.copyOf(rows);
        }
    }

    record Row(String name, String amount, boolean strong) {}

    /// The count is in: now the expected amount may be seen.
    ///
    /// @param state whether it is right, small or beyond the threshold
    /// @param stays proposals for what stays in the drawer
    record Counted(
            String counted, String expected, String difference, Balance state, String note, List<PriceView> stays)
            implements DrawerPanel {
        public Counted {
            stays = List.copyOf(stays);
        }
    }

    enum Balance {
        EXACT("check"),
        SMALL("alert-triangle"),
        LARGE("hand-stop");

        private final String icon;

        Balance(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    /// A manager says yes to the difference.
    ///
    /// @param pin whose code is asked; absent while nobody is chosen
    record Vouching(String difference, TilesView managers, Optional<SignInView.PinView> pin) implements DrawerPanel {}

    /// The last closings, newest first, at most 5.
    record Listing(List<Line> closings) implements DrawerPanel {
        public Listing {
            closings = List.copyOf(closings);
        }
    }

    /// @param id what a tap sends, to print it once more
    record Line(String id, String name, String detail, String amount) {}
}

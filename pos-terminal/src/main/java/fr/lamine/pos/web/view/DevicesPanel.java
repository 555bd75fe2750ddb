package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// What stands on the screen of the devices. A live part is told again and again under the event of its place.
public sealed interface DevicesPanel {

    /// A live part and the event that brings it anew.
    record Live(String event, LiveView view) {}

    /// One device for each use.
    record Overview(List<Card> cards) implements DevicesPanel {
        public Overview {
            cards = List.copyOf(cards);
        }
    }

    /// @param use     as forms name it
    /// @param title   *Balance*
    /// @param name    of the device in use; may be empty
    /// @param tests   what can be tried
    record Card(String use, String title, String name, String icon, Live live, List<Test> tests) {
        public Card {
            tests = List.copyOf(tests);
        }
    }

    /// @param path where its form is posted
    record Test(String path, String word, String icon) {}

    /// One device, large, to be tried.
    ///
    /// @param advice what to do with it
    record Trial(String title, String name, String icon, Live live, String advice, List<Test> tests)
            implements DevicesPanel {
        public Trial {
            tests = List.copyOf(tests);
        }
    }

    /// The known devices that could serve.
    ///
    /// @param none word for doing without
    record Choosing(String use, String title, String icon, List<KnownView> known, String none, boolean full, String add)
            implements DevicesPanel {
        public Choosing {
            known = List.copyOf(known);
        }
    }

    record KnownView(String id, String name, String where, boolean inUse) {}

    /// Where the new device is.
    ///
    /// @param notes what was found and cannot be chosen
    /// @param typed an address as it was typed
    record Where(
            String title,
            String icon,
            String advice,
            List<ChoiceView> found,
            List<String> notes,
            String hint,
            String typed)
            implements DevicesPanel {
        public Where {
            found = List.copyOf(found);
            notes = List.copyOf(notes);
        }
    }

    /// What each protocol reads from the wire.
    ///
    /// @param lines settings of the serial line to choose from; empty when there is none
    record Protocols(String where, Live live, List<ChipView> lines, List<Preview> previews) implements DevicesPanel {
        public Protocols {
            lines = List.copyOf(lines);
            previews = List.copyOf(previews);
        }
    }

    record Preview(String protocol, String name, boolean chosen, Live live) {}

    /// The plate of a scale, as typed.
    record Plate(
            String name, List<ChipView> classes, String max, String min, String division, String sticker, String where)
            implements DevicesPanel {
        public Plate {
            classes = List.copyOf(classes);
        }
    }

    /// A scanner or a printer before it is saved.
    ///
    /// @param lines groups of chips, each with its name and the path its form is posted to; those of one line stand
    ///              side by side
    record Setup(
            String title,
            String icon,
            String where,
            String advice,
            Optional<Live> live,
            List<List<Row>> lines,
            Optional<Test> test,
            String name)
            implements DevicesPanel {
        public Setup {
            lines = lines.stream().<List<Row>>map(List::copyOf).toList();
        }
    }

    record Row(String name, String field, String path, List<ChipView> chips) {
        public Row {
            chips = List.copyOf(chips);
        }
    }
}

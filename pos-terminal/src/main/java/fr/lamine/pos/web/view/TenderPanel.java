package fr.lamine.pos.web.view;

import java.util.List;

/// What stands in the till's panel while a tender needs more than one tap. Codes of choices are what is posted.
public sealed interface TenderPanel {

    /// What remains to be paid, such as `18,00 €`.
    String due();

    /// @param tenders the rarer ones; the code is the end of the path
    record Others(String due, List<ChoiceView> tenders) implements TenderPanel {
        public Others {
            tenders = List.copyOf(tenders);
        }
    }

    /// @param number typed so far; may be empty
    /// @param banks  the usual ones and the one chosen, at most 5
    record Cheque(String due, String amount, String number, List<ChoiceView> banks) implements TenderPanel {
        public Cheque {
            banks = List.copyOf(banks);
        }
    }

    /// @param banks  all that are known by name
    /// @param drawer whose cheque it is, as typed so far; may be empty
    record Banks(String due, String amount, List<ChoiceView> banks, String drawer) implements TenderPanel {
        public Banks {
            banks = List.copyOf(banks);
        }
    }

    /// The code of a voucher is typed.
    record Voucher(String due) implements TenderPanel {}

    record Transfer(String due, String amount) implements TenderPanel {}

    /// @param handed what was handed over, by place
    record TakeBack(String due, List<ChoiceView> handed) implements TenderPanel {
        public TakeBack {
            handed = List.copyOf(handed);
        }
    }

    /// The card terminal has the amount; its answer is waited for.
    record CardWait(String due, String amount) implements TenderPanel {}

    /// Its answer did not come: a person looks at it.
    ///
    /// @param why a plain sentence
    record CardDoubt(String due, String amount, String why) implements TenderPanel {}
}

package fr.lamine.model.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.util.Optional;

/// What the QR of a label says, enough to sell the item on a till that never saw it. Text:
/// `LM1;<13 digits>;<price of a piece in cents>;<category>;<grams a piece>;<pieces>`.
public record CheckedLabel(ItemCode code, Money price, CategoryCode category, Mass piece, int pieces) {

    public static final int MAX_PIECES = 9_999;

    public CheckedLabel {
        if (price.isNegative() || !piece.isPositive() || pieces < 1 || pieces > MAX_PIECES) {
            throw new IllegalArgumentException("label out of bounds: " + code);
        }
    }

    public String text() {
        return "LM1;%s;%d;%s;%d;%d".formatted(code, price.cents(), category, piece.grams(), pieces);
    }

    static Optional<CheckedLabel> parse(String text) {
        String[] part = text.split(";", -1);
        if (part.length != 6 || !part[0].equals("LM1") || !ItemCode.isWellFormed(part[1])) {
            return Optional.empty();
        }
        if (!part[2].matches("[0-9]{1,9}")
                || !part[3].matches("[a-z][a-z0-9_]{0,59}")
                || !part[4].matches("0*[1-9][0-9]{0,8}")
                || !part[5].matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        return Optional.of(new CheckedLabel(
                new ItemCode(part[1]),
                Money.cents(Long.parseLong(part[2])),
                new CategoryCode(part[3]),
                Mass.grams(Long.parseLong(part[4])),
                Integer.parseInt(part[5])));
    }
}

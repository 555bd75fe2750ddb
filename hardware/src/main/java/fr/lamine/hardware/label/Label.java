package fr.lamine.hardware.label;

import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;

/// What a label says of an item or a lot. `title` and `category` are words for people, `categoryCode` is for the till;
/// `price` is for all the pieces together, `mass` too.
public record Label(
        ItemCode code, String title, String category, String categoryCode, Money price, Mass mass, int pieces) {

    public Label {
        if (title.isBlank() || title.length() > 120 || category.isBlank() || category.length() > 80) {
            throw new IllegalArgumentException("words of a label: '" + title + "', '" + category + "'");
        }
        if (!categoryCode.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new IllegalArgumentException("not a category code: " + categoryCode);
        }
        if (price.isNegative() || mass.isNegative() || pieces < 1 || pieces > 9_999) {
            throw new IllegalArgumentException("label of " + pieces + " pieces, " + price + ", " + mass);
        }
    }

    /// `LM1;<13 digits>;<price in cents>;<category code>;<grams>;<pieces>`: enough for a till that never saw the item.
    public String qrText() {
        return String.join(
                ";",
                "LM1",
                code.digits(),
                Long.toString(price.cents()),
                categoryCode,
                Long.toString(mass.grams()),
                Integer.toString(pieces));
    }
}

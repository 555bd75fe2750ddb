package fr.lamine.model.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.util.Optional;

/// What a scan means, from any scanner at any screen. [#parse] always answers; what it does not know is [Unknown].
public sealed interface ScannedCode {

    int MAX_LENGTH = 400;

    /// A label of ours, with what its QR told when the QR was read.
    record ItemLabel(ItemCode code, Optional<CheckedLabel> label) implements ScannedCode {}

    /// `C-<code>`: a container, for its tare.
    record ContainerTag(String container) implements ScannedCode {}

    /// `O-<code>-<secret>`: an operator's badge.
    record OperatorBadge(String operator, String secret) implements ScannedCode {}

    /// `M-<code>`: a member's card.
    record MemberCard(String member) implements ScannedCode {}

    /// `V-<code>`: a voucher.
    record VoucherCode(String voucher) implements ScannedCode {}

    /// `R-<terminal>-<generation>-<seq>`: a receipt.
    record ReceiptCode(String receipt) implements ScannedCode {}

    /// `P-<terminal>-<ticket>-<line>`: goods paid earlier, to be collected.
    ///
    /// @param pickUp the whole code, its prefix too
    record PickUpCode(String pickUp) implements ScannedCode {}

    /// `T-<category>-<cents>`: a price for any thing of a category, without a code of its own.
    record PriceTag(CategoryCode category, Money price) implements ScannedCode {
        public PriceTag {
            if (price.isNegative() || price.cents() > 999_999) {
                throw new IllegalArgumentException("a price tag of " + price);
            }
        }

        public String text() {
            return "T-%s-%d".formatted(category, price.cents());
        }
    }

    /// `T-<terminal>-<generation>-<seq>`: the slip of a transfer.
    ///
    /// @param transfer the whole code, its prefix too
    record TransferCode(String transfer) implements ScannedCode {}

    /// The label of a price-computing scale (prefix 02 or 20–29), read by the layout configured for its prefix.
    record ScaleLabel(String article, Optional<Money> price, Optional<Mass> mass) implements ScannedCode {}

    /// ISBN or EAN of a trade product.
    record TradeCode(String ean) implements ScannedCode {}

    record Unknown(String text) implements ScannedCode {}

    /// Layout of a scale label of 13 digits: prefix (2), article (5), value (5), check digit.
    ///
    /// @param value what the five digits hold
    record ScaleLayout(String prefix, ScaleValue value) {
        public ScaleLayout {
            if (!prefix.matches("02|2[0-9]")) {
                throw new IllegalArgumentException("not a scale label prefix: " + prefix);
            }
        }
    }

    enum ScaleValue {
        GRAMS,
        CENTS
    }

    /// @param scan the text of the scanner, with or without its AIM prefix (`]E0`, `]C1`, `]Q3` …); a UPC-A that lost
    ///             its leading zero is padded and checked again
    static ScannedCode parse(String scan, Iterable<ScaleLayout> layouts) {
        return ScanParser.parse(scan, layouts);
    }
}

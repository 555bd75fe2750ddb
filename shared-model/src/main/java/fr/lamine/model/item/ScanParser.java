package fr.lamine.model.item;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.item.ScannedCode.ContainerTag;
import fr.lamine.model.item.ScannedCode.ItemLabel;
import fr.lamine.model.item.ScannedCode.MemberCard;
import fr.lamine.model.item.ScannedCode.OperatorBadge;
import fr.lamine.model.item.ScannedCode.PickUpCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.item.ScannedCode.ReceiptCode;
import fr.lamine.model.item.ScannedCode.ScaleLabel;
import fr.lamine.model.item.ScannedCode.ScaleLayout;
import fr.lamine.model.item.ScannedCode.TradeCode;
import fr.lamine.model.item.ScannedCode.TransferCode;
import fr.lamine.model.item.ScannedCode.Unknown;
import fr.lamine.model.item.ScannedCode.VoucherCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ScanParser {

    private static final Pattern AIM = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");
    private static final Pattern PREFIXED = Pattern.compile("([COMPRTV])-([A-Za-z0-9-]{1,60})");
    private static final Pattern BADGE = Pattern.compile("([A-Z0-9]{1,12})-([A-Za-z0-9]{8,40})");
    private static final Pattern RECEIPT = Pattern.compile("[0-9]{3}-[0-9]{1,9}-[0-9]{1,18}");

    private static final Pattern PICK_UP = Pattern.compile("[0-9]{3}-[0-9]{1,9}-[0-9]{1,3}");

    private static final Pattern PRICE_TAG = Pattern.compile("T-([a-z][a-z0-9_]{0,59})-(0|[1-9][0-9]{0,5})");

    private ScanParser() {}

    static ScannedCode parse(String scan, Iterable<ScaleLayout> layouts) {
        String text = AIM.matcher(scan.strip()).replaceFirst("").strip();
        if (text.length() > ScannedCode.MAX_LENGTH) {
            return new Unknown(text.substring(0, ScannedCode.MAX_LENGTH));
        }
        if (Ean.isDigits(text)) {
            return digits(text, layouts);
        }
        Optional<CheckedLabel> label = CheckedLabel.parse(text);
        if (label.isPresent()) {
            return new ItemLabel(label.get().code(), label);
        }
        Matcher tag = PRICE_TAG.matcher(text);
        if (tag.matches()) {
            return new PriceTag(new CategoryCode(tag.group(1)), Money.cents(Long.parseLong(tag.group(2))));
        }
        Matcher prefixed = PREFIXED.matcher(text);
        return prefixed.matches() ? prefixed(text, prefixed.group(1), prefixed.group(2)) : new Unknown(text);
    }

    private static ScannedCode digits(String text, Iterable<ScaleLayout> layouts) {
        String ean = text.length() == 12 ? "0" + text : text;
        if (!Ean.isValid(ean) || (ean.length() != 13 && ean.length() != 8)) {
            return new Unknown(text);
        }
        if (ItemCode.isWellFormed(ean)) {
            return new ItemLabel(new ItemCode(ean), Optional.empty());
        }
        if (ean.length() == 13 && (ean.startsWith("02") || ean.startsWith("2"))) {
            return scaleLabel(ean, layouts);
        }
        return new TradeCode(ean);
    }

    private static ScannedCode scaleLabel(String ean, Iterable<ScaleLayout> layouts) {
        for (ScaleLayout layout : layouts) {
            if (ean.startsWith(layout.prefix())) {
                long value = Long.parseLong(ean.substring(7, 12));
                return switch (layout.value()) {
                    case GRAMS -> new ScaleLabel(ean.substring(2, 7), Optional.empty(), Optional.of(Mass.grams(value)));
                    case CENTS ->
                        new ScaleLabel(ean.substring(2, 7), Optional.of(Money.cents(value)), Optional.empty());
                };
            }
        }
        return new Unknown(ean);
    }

    private static ScannedCode prefixed(String text, String prefix, String rest) {
        return switch (prefix) {
            case "C" -> rest.length() <= 20 ? new ContainerTag(rest) : new Unknown(text);
            case "M" -> new MemberCard(rest);
            case "V" -> new VoucherCode(rest);
            case "P" -> PICK_UP.matcher(rest).matches() ? new PickUpCode(text) : new Unknown(text);
            case "T" -> RECEIPT.matcher(rest).matches() ? new TransferCode(text) : new Unknown(text);
            case "R" -> RECEIPT.matcher(rest).matches() ? new ReceiptCode(rest) : new Unknown(text);
            default -> {
                Matcher badge = BADGE.matcher(rest);
                yield badge.matches() ? new OperatorBadge(badge.group(1), badge.group(2)) : new Unknown(text);
            }
        };
    }
}

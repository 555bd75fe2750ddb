package fr.lamine.hardware.cardterminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One message of Caisse-AP over IP: fields of a tag (2 signs), a length (3 digits) and a value (1 to 999 signs), one
/// after the other, CZ first. Values of AA and AB, the number and the expiry of a card, are dropped where they are
/// read.
///
/// Source: "Concert V3.x", Association du paiement, as public clients speak it.
record CaisseApMessage(Map<String, String> fields) {

    static final int MAX_LENGTH = 8_192;

    /// What an answer repeats of its request: till, amount, kind and currency.
    static final List<String> ECHOED = List.of("CA", "CB", "CD", "CE");

    private static final int HEAD = 5;
    private static final int MAX_VALUE = 999;

    CaisseApMessage {
        fields = new LinkedHashMap<>(fields);
    }

    sealed interface Read {}

    record Whole(CaisseApMessage message) implements Read {}

    /// More bytes may make it whole.
    record Cut() implements Read {}

    record Garbled(String why) implements Read {}

    Optional<String> field(String tag) {
        return Optional.ofNullable(fields.get(tag));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        fields.forEach((tag, value) -> {
            if (!tag.matches("[A-Z]{2}") || value.isEmpty() || value.length() > MAX_VALUE) {
                throw new IllegalArgumentException("not a field: " + tag);
            }
            text.append(tag).append("%03d".formatted(value.length())).append(value);
        });
        return text.toString();
    }

    /// Always answers, whatever the text.
    static Read read(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Garbled("too long");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            String head = text.substring(at, Math.min(text.length(), at + HEAD));
            if (!isHead(head)) {
                return new Garbled("no field at " + at);
            }
            if (head.length() < HEAD) {
                return new Cut();
            }
            int length = Integer.parseInt(head.substring(2));
            if (length == 0) {
                return new Garbled("an empty field at " + at);
            }
            int end = at + HEAD + length;
            if (end > text.length()) {
                return new Cut();
            }
            String tag = head.substring(0, 2);
            if (fields.put(tag, isOfTheCard(tag) ? "-" : text.substring(at + HEAD, end)) != null) {
                return new Garbled("the field " + tag + " stands twice");
            }
            at = end;
        }
        return fields.isEmpty() ? new Cut() : new Whole(new CaisseApMessage(fields));
    }

    private static boolean isHead(String head) {
        for (int i = 0; i < head.length(); i++) {
            char sign = head.charAt(i);
            boolean good = i < 2 ? sign >= 'A' && sign <= 'Z' : sign >= '0' && sign <= '9';
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfTheCard(String tag) {
        return tag.equals("AA") || tag.equals("AB");
    }
}

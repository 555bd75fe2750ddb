package fr.lamine.hardware.cardterminal;

import fr.lamine.model.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is asked of a terminal that speaks Caisse-AP, and what its answer means.
final class CaisseApRules {

    private static final String VERSION = "0300";
    private static final String EURO = "978";

    private CaisseApRules() {}

    /// @param reference digits, at most 12
    /// @param till      two digits
    static CaisseApMessage debit(Money amount, String reference, String till) {
        if (!amount.isPositive() || amount.cents() > 99_999_999L) {
            throw new IllegalArgumentException("a card payment of " + amount);
        }
        if (!reference.matches("[0-9]{1,12}") || !till.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("reference or till of a card payment out of bounds");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("CZ", VERSION);
        fields.put("CJ", "0".repeat(12 - reference.length()) + reference);
        fields.put("CA", till);
        fields.put("CB", "%02d".formatted(amount.cents()));
        fields.put("CD", "0");
        fields.put("CE", EURO);
        fields.put("BA", "0");
        return new CaisseApMessage(fields);
    }

    /// An answer that is not clearly about this payment leaves it in doubt.
    static CardResult judge(CaisseApMessage asked, CaisseApMessage answer, Money amount) {
        String status = answer.field("AE").orElse("");
        Optional<String> other = CaisseApMessage.ECHOED.stream()
                .filter(tag -> contradicts(asked, answer, tag))
                .findFirst();
        if (other.isPresent()) {
            return new CardResult.Unknown("Le terminal a répondu pour un autre paiement (" + other.get() + ").");
        }
        return switch (status) {
            case "10" ->
                CaisseApMessage.ECHOED.stream()
                                .allMatch(tag -> answer.field(tag).isPresent())
                        ? new CardResult.Paid(amount, authorisation(answer))
                        : new CardResult.Unknown("Le terminal n’a pas redit le paiement.");
            case "01" -> new CardResult.Declined(reason(answer.field("AF").orElse("00")));
            default -> new CardResult.Unknown("Le terminal n’a pas dit si c’est payé.");
        };
    }

    private static boolean contradicts(CaisseApMessage asked, CaisseApMessage answer, String tag) {
        return answer.field(tag)
                .filter(said ->
                        !plain(tag, said).equals(plain(tag, asked.field(tag).orElseThrow())))
                .isPresent();
    }

    /// Terminals pad amounts as they like.
    private static String plain(String tag, String value) {
        return tag.equals("CB") ? value.replaceFirst("^0+(?=.)", "") : value;
    }

    private static String authorisation(CaisseApMessage answer) {
        return answer.field("AC").filter(code -> code.matches("[!-~]{1,40}")).orElse("");
    }

    private static String reason(String code) {
        return switch (code) {
            case "04" -> "La banque a refusé.";
            case "05" -> "Cette carte est interdite.";
            case "06", "11" -> "Le paiement a été abandonné.";
            case "07" -> "Le paiement n’est pas allé au bout.";
            case "08" -> "Le code n’a pas été tapé à temps.";
            case "10" -> "Le terminal n’a pas pu choisir l’application.";
            case "09", "12", "13" -> "Le terminal n’a pas compris la demande.";
            default -> "Le terminal a refusé.";
        };
    }
}

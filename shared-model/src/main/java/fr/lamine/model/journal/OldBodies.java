package fr.lamine.model.journal;

import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.fact.Beside;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads bodies of earlier versions as records of today: each step adds what the next version says, and says it as it
/// was
/// then. A body that already has it is not of its version. The stored bytes stay what is signed.
final class OldBodies {

    private OldBodies() {}

    /// Whether bodies of a type need a step before they are read.
    static boolean isOld(String type) {
        return switch (type) {
            case "sale.1", "journal-continues.1", "reference-changed.1", "weigh-in.1", "weigh-in-reversed.1" -> true;
            default -> false;
        };
    }

    /// @throws IllegalArgumentException when the body is not of the type
    static JsonNode today(String type, JsonNode body, ObjectMapper json) {
        ObjectNode fact = object(body);
        switch (type) {
            case "sale.1" -> sale(fact);
            case "journal-continues.1" -> totals(object(fact.path("totals")));
            case "reference-changed.1" -> add(object(fact.path("catalog")), "till", json.valueToTree(TillPolicy.PLAIN));
            case "weigh-in.1" -> {
                add(fact, "was", fact.nullNode());
                add(fact, "beside", json.valueToTree(Beside.NOTHING));
            }
            case "weigh-in-reversed.1" -> add(fact, "was", fact.nullNode());
            default -> throw new IllegalArgumentException("no earlier version: " + type);
        }
        return fact;
    }

    private static void sale(ObjectNode sale) {
        for (JsonNode line : sale.path("lines")) {
            ObjectNode sold = object(line);
            add(sold, "priceReason", sold.nullNode());
            add(sold, "reductions", sold.arrayNode());
            add(sold, "guaranteed", sold.booleanNode(false));
            add(sold, "pickUp", sold.nullNode());
        }
        for (JsonNode tender : sale.path("tenders")) {
            ObjectNode handed = object(tender);
            add(handed, "reference", handed.nullNode());
            add(handed, "bank", handed.nullNode());
            add(handed, "word", handed.stringNode("CASHIER"));
        }
        add(sale, "returns", sale.arrayNode());
        add(sale, "extras", sale.arrayNode());
        add(sale, "givenBack", sale.arrayNode());
        add(sale, "member", sale.nullNode());
        add(sale, "paper", sale.nullNode());
        totals(object(sale.path("totalsAfter")));
    }

    private static void totals(ObjectNode totals) {
        for (String number : new String[] {"days", "months", "years", "sessions", "vouchers", "copies"}) {
            add(totals, number, totals.numberNode(0));
        }
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not an object: " + node.getNodeType());
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        if (object.has(name)) {
            throw new IllegalArgumentException("not of its version: " + name);
        }
        object.set(name, value);
    }
}

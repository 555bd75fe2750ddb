package fr.lamine.backoffice.policy;

import io.helidon.common.parameters.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands in the fields of a form.
public record Answers(Map<String, List<String>> fields) {

    private static final int MAX_FIELD = 200;
    private static final int MAX_ANSWERS = 600;

    public Answers {
        fields = Map.copyOf(fields);
    }

    public static final Answers NONE = new Answers(Map.of());

    static Answers of(Parameters form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : form.names()) {
            fields.put(
                    name,
                    form.all(name).stream()
                            .limit(MAX_ANSWERS)
                            .map(text -> text.substring(0, Math.min(text.length(), MAX_FIELD))
                                    .strip())
                            .toList());
        }
        return new Answers(fields);
    }

    Answers with(String name, String text) {
        return with(name, List.of(text));
    }

    Answers with(String name, List<String> texts) {
        Map<String, List<String>> more = new LinkedHashMap<>(fields);
        more.put(name, List.copyOf(new ArrayList<>(texts)));
        return new Answers(more);
    }

    /// Empty when the field is empty or not there.
    public String text(String name) {
        List<String> texts = fields.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public boolean holds(String name, String text) {
        return all(name).contains(text);
    }
}

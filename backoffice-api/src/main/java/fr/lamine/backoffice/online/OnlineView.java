package fr.lamine.backoffice.online;

import java.util.Map;
import java.util.UUID;

/// What was typed into a form, and what was refused of it.
///
/// @param refusal plain sentence; empty before
public record OnlineView(Map<String, String> typed, String refusal) {

    static final OnlineView BLANK = new OnlineView(Map.of(), "");

    public OnlineView {
        typed = Map.copyOf(typed);
    }

    public String of(String name) {
        return typed.getOrDefault(name, "");
    }

    static String token() {
        return UUID.randomUUID().toString();
    }
}

package fr.lamine.pos.web.view;

import java.util.Optional;

/// The main action, bottom right.
///
/// @param detail what it would do now, such as `Vaisselle · 12,340 kg`; shown when allowed, at most 45 characters
/// @param whyNot one plain sentence of at most 45 characters; absent when the action is allowed
public record GoView(String detail, Optional<String> whyNot) {

    public static GoView allowed(String detail) {
        return new GoView(detail, Optional.empty());
    }

    public static GoView refused(String whyNot) {
        return new GoView("", Optional.of(whyNot));
    }

    public boolean isAllowed() {
        return whyNot.isEmpty();
    }
}

package fr.lamine.pos.web.view;

import java.util.List;

/// Something that people should settle when they have a hand free: it stands on every screen until then, and nothing
/// waits for it.
///
/// @param id      differs for each thing asked, so that it sounds once
/// @param text    one plain sentence
/// @param detail  why it is asked, or what happens meanwhile
/// @param answers one or two
public record AskView(String id, String text, String detail, List<Answer> answers) {

    /// @param path where the form is posted
    /// @param id   what it is about, sent as field `id`
    /// @param key  of the keyboard, with Alt
    public record Answer(String word, String path, String id, String key) {}

    public AskView {
        answers = List.copyOf(answers);
        if (text.isBlank() || answers.isEmpty() || answers.size() > 2) {
            throw new IllegalArgumentException("not a question that can be answered: " + text);
        }
    }
}

package fr.lamine.hardware.scale;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// How a scale that waits to be asked is asked for its weight. Nothing here changes anything in the scale.
///
/// @param pause between an answer and the next question, 100 ms or more: KCP scales and many others want it
/// @param questions in ISO-8859-1, each sent when the one before it was answered by anything; the last brings the
/// weight
public record Polling(Duration pause, List<String> questions) {

    public Polling {
        if (pause.toMillis() < 100 || questions.isEmpty()) {
            throw new IllegalArgumentException("not a way to ask a scale: " + questions + " every " + pause);
        }
        questions = List.copyOf(questions);
    }

    public static Polling asking(String question) {
        return new Polling(Duration.ofMillis(150), List.of(question));
    }

    /// As it goes over the wire.
    public static byte[] bytes(String question) {
        return question.getBytes(StandardCharsets.ISO_8859_1);
    }
}

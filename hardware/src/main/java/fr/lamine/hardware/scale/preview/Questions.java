package fr.lamine.hardware.scale.preview;

import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// In which order an unknown scale is asked.
final class Questions {

    private Questions() {}

    /// All protocols that are asked: those with lines first, since a lone byte would spoil a line that is collecting;
    /// last the one whose question is a print key to others, which may print or add up.
    static List<ScaleProtocol> inPoliteOrder() {
        return Arrays.stream(ScaleProtocol.values())
                .filter(protocol ->
                        protocol.polling().isPresent() && protocol.line().isPresent())
                .sorted(Comparator.comparingInt(Questions::rank))
                .toList();
    }

    private static int rank(ScaleProtocol protocol) {
        if (protocol == ScaleProtocol.ADAM) {
            return 2;
        }
        return endsALine(lastQuestion(protocol)) ? 0 : 1;
    }

    static String lastQuestion(ScaleProtocol protocol) {
        return protocol.polling().orElseThrow().questions().getLast();
    }

    static boolean endsALine(String question) {
        return question.endsWith("\r") || question.endsWith("\n");
    }
}

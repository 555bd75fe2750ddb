package fr.lamine.hardware.scale.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.emulator.speech.Pan;
import fr.lamine.hardware.emulator.speech.Speech;
import fr.lamine.hardware.scale.preview.WirePreview.Line;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WirePreviewTest {

    private final WirePreview preview = new WirePreview();

    private void came(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        preview.accept(bytes, bytes.length, Instant.EPOCH);
    }

    private Set<ScaleProtocol> showing(String rawFrame) {
        return preview.lines().stream()
                .filter(Line::showsAWeight)
                .filter(line -> line.reading().orElseThrow().rawFrame().equals(rawFrame))
                .map(Line::protocol)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ScaleProtocol.class)));
    }

    @ParameterizedTest
    @MethodSource("fr.lamine.hardware.scale.preview.Speeches#spoken")
    void theFrameOfAProtocolIsShownOnItsLine(ScaleProtocol protocol) {
        Speech speech = Speeches.of(protocol);
        byte[] frame = speech.frame(new Pan(Pan.State.STABLE, 12_340, false)).orElseThrow();
        preview.accept(frame, frame.length, Instant.EPOCH);
        Line line = preview.lines().stream()
                .filter(l -> l.protocol() == protocol)
                .findFirst()
                .orElseThrow();
        assertTrue(line.showsAWeight(), line.toString());
        assertEquals(1, line.readings());
        assertEquals(0, line.unreadable());
        assertTrue(line.reading().orElseThrow().rawFrame().contains("12.340"));
    }

    @Test
    void whatSeveralProtocolsReadIsShownOnAllTheirLinesAndOnNoOther() {
        came("    1.234 kg\r\n");
        assertEquals(EnumSet.of(ScaleProtocol.OHAUS, ScaleProtocol.ADAM), showing("    1.234 kg"));
        came("ST,+0001.234 kg\r\n");
        assertEquals(EnumSet.of(ScaleProtocol.STGS, ScaleProtocol.DINI_ARGEO), showing("ST,+0001.234 kg"));
    }

    @Test
    void framesOfAnotherProtocolAreCountedAsUnreadable() {
        came("S S      1.234 kg\r\nS S      1.234 kg\r\n");
        Line stgs = preview.lines().getFirst();
        assertEquals(new Line(ScaleProtocol.STGS, stgs.reading(), 0, 2), stgs);
        assertTrue(stgs.reading().isEmpty());
    }

    @Test
    void theLastBytesAreKeptForPeopleAndNoMore() {
        came("x".repeat(5_000) + "\u0002 1.234\r");
        assertEquals("x".repeat(40) + "\\x02 1.234\\x0d", preview.tail());
        assertEquals(5_008, preview.seen());
    }

    @Test
    void noiseShowsNoWeightAndIsUnreadableToAll() {
        Random random = new Random(20_261_124L);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[100];
            random.nextBytes(noise);
            preview.accept(noise, noise.length, Instant.EPOCH);
        }
        assertTrue(preview.lines().stream().noneMatch(Line::showsAWeight), "seed 20261124: " + preview.lines());
        assertTrue(
                preview.lines().stream().allMatch(line -> line.unreadable() > 0),
                preview.lines().toString());
    }
}

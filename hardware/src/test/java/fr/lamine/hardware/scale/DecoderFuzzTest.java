package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.scale.ScaleReading.Weight;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// 100 000 damaged inputs a decoder. A judge reads a weight out of its frame by another way than the decoder does, and
/// must find the same grams.
@Execution(ExecutionMode.CONCURRENT)
class DecoderFuzzTest {

    private static final long SEED = Long.getLong("lamine.seed", 20_261_123L);
    private static final int INPUTS = 100_000;

    @ParameterizedTest
    @MethodSource("fr.lamine.hardware.scale.FuzzVictim#all")
    void afterAnEndlessFrameEveryDecoderReadsAgain(FuzzVictim victim) {
        ScaleDecoder decoder = victim.protocol().decoder();
        byte[] begun = victim.seeds().getFirst().replaceAll("[\r\n]", "9").getBytes(StandardCharsets.ISO_8859_1);
        byte[] endless = new byte[1 << 16];
        for (int i = 0; i < endless.length; i++) {
            endless[i] = begun[i % 6 % begun.length];
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(List.of(), decoder.accept(endless, endless.length, Instant.EPOCH));
        }
        good(victim, decoder);
        assertTrue(
                good(victim, decoder).stream().anyMatch(Weight.class::isInstance),
                "still deaf after two rounds of good frames");
    }

    /// One call a frame, as a protocol of reports wants it.
    private static List<ScaleReading> good(FuzzVictim victim, ScaleDecoder decoder) {
        return victim.seeds().stream()
                .map(seed -> seed.getBytes(StandardCharsets.ISO_8859_1))
                .flatMap(frame -> decoder.accept(frame, frame.length, Instant.EPOCH).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fr.lamine.hardware.scale.FuzzVictim#all")
    void noDamageMakesADecoderThrowOrInventAWeight(FuzzVictim victim) {
        ScaleDecoder decoder = victim.protocol().decoder();
        Random random = new Random(SEED);
        int weights = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = damaged(victim.seeds(), random);
            String context = "seed " + SEED + ", input " + i + ": "
                    + RawFrame.printable(new String(input, StandardCharsets.ISO_8859_1));
            for (ScaleReading reading : accepted(decoder, input, context)) {
                if (reading instanceof Weight weight) {
                    weights++;
                    assertTrue(isTrue(weight, victim.judge()), context + " gave " + weight);
                }
            }
        }
        assertTrue(weights > INPUTS / 100, "only " + weights + " inputs still gave a weight: the fuzz says little");
    }

    /// Reports are whole by nature; a stream comes in any pieces.
    @ParameterizedTest
    @MethodSource("fr.lamine.hardware.scale.FuzzVictim#all")
    void inWhateverPiecesTheBytesComeTheyMeanTheSame(FuzzVictim victim) {
        if (victim.protocol() == ScaleProtocol.USB_HID) {
            return;
        }
        ScaleDecoder whole = victim.protocol().decoder();
        ScaleDecoder pieces = victim.protocol().decoder();
        Random random = new Random(SEED);
        for (int i = 0; i < INPUTS / 5; i++) {
            byte[] input = damaged(victim.seeds(), random);
            List<ScaleReading> expected = whole.accept(input, input.length, Instant.EPOCH);
            List<ScaleReading> got = new ArrayList<>();
            for (int from = 0; from < input.length; ) {
                byte[] piece = Arrays.copyOfRange(input, from, Math.min(input.length, from + 1 + random.nextInt(6)));
                got.addAll(pieces.accept(piece, piece.length, Instant.EPOCH));
                from += piece.length;
            }
            assertEquals(
                    expected,
                    got,
                    "seed " + SEED + ", input " + i + ": "
                            + RawFrame.printable(new String(input, StandardCharsets.ISO_8859_1)));
        }
    }

    private static List<ScaleReading> accepted(ScaleDecoder decoder, byte[] input, String context) {
        try {
            return decoder.accept(input, input.length, Instant.EPOCH);
        } catch (RuntimeException e) {
            throw new AssertionError(context, e);
        }
    }

    private static boolean isTrue(Weight weight, Function<String, Optional<String>> judge) {
        Optional<String> said = judge.apply(bytesOf(weight.rawFrame()));
        if (said.isEmpty()) {
            return false;
        }
        String[] words = said.get().split(" ");
        long perUnitInMilligrams = switch (words[1].toLowerCase(Locale.ROOT)) {
            case "kg" -> 1_000_000;
            case "g" -> 1_000;
            case "t" -> 1_000_000_000;
            case "mg" -> 1;
            default -> 0;
        };
        String[] halves = words[0].replace("-", "").split("\\.");
        long thousandths = Long.parseLong(halves[0]) * 1_000_000;
        if (halves.length == 2) {
            thousandths += Long.parseLong((halves[1] + "000000").substring(0, 6));
        }
        BigInteger grams = BigInteger.valueOf(thousandths)
                .multiply(BigInteger.valueOf(perUnitInMilligrams))
                .add(BigInteger.valueOf(500_000_000L))
                .divide(BigInteger.valueOf(1_000_000_000L));
        boolean belowZero = words[0].startsWith("-") && thousandths > 0;
        return !belowZero
                && perUnitInMilligrams > 0
                && grams.longValueExact() == weight.mass().grams();
    }

    /// The way back from [RawFrame#printable].
    private static String bytesOf(String printable) {
        return Pattern.compile("\\\\(?:\\\\|x([0-9a-f]{2}))")
                .matcher(printable)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "\\" : "" + (char) Integer.parseInt(found.group(1), 16)));
    }

    private static byte[] damaged(List<String> seeds, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(seeds.get(random.nextInt(seeds.size())));
        }
        for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(256));
                case 2 -> text.insert(at, (char) random.nextInt(256));
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            }
        }
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

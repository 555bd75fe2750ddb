package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.scale.ScaleReading.Weight;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/// 100 000 damaged inputs a decoder. The judge below reads a weight out of a line by another way than the decoders do:
/// by splitting at commas and spaces, and must find the same grams.
@Execution(ExecutionMode.CONCURRENT)
class DecoderFuzzTest {

    private static final long SEED = Long.getLong("lamine.seed", 20_261_123L);
    private static final int INPUTS = 100_000;

    /// @param seeds good frames, to be damaged
    /// @param judge `number unit` as it stands in the bytes of a frame that gave a weight; empty if not there
    private record Victim(ScaleProtocol protocol, List<String> seeds, Function<String, Optional<String>> judge) {
        @Override
        public String toString() {
            return protocol.name();
        }
    }

    static List<Victim> victims() {
        return Arrays.stream(ScaleProtocol.values())
                .map(DecoderFuzzTest::victim)
                .toList();
    }

    private static Victim victim(ScaleProtocol protocol) {
        return switch (protocol) {
            case STGS, DINI_ARGEO -> new Victim(protocol, STGS_SEEDS, DecoderFuzzTest::stgs);
            case MTSICS -> new Victim(protocol, MT_SICS_SEEDS, DecoderFuzzTest::mtSics);
        };
    }

    private static final List<String> STGS_SEEDS = List.of(
            "ST,+0001.234 kg\r\n",
            "US,+0001.234 kg\r\n",
            "OL,+9999.999 kg\r\n",
            "ST,GS,+0012.34kg\r\n",
            "ST,GS,   1.234,kg\r\n",
            "ST,NT,  -1.234,kg\r\n",
            "ST,GS,1\u00c4,   1.234 kg\r\n",
            "UL,GS,  -1.234,kg\r\n");

    private static Optional<String> stgs(String line) {
        String[] parts = line.split(",");
        String tail = parts[parts.length - 1].strip();
        String number = tail.matches("[A-Za-z]+") ? parts[parts.length - 2] : tail.replaceAll(" *[A-Za-z]+$", "");
        return Optional.of(
                        number.replace(" ", "").replace("+", "") + " " + line.replaceAll("(?s).*?([A-Za-z]+)$", "$1"))
                .filter(_ -> line.startsWith("ST,") || line.startsWith("US,"));
    }

    private static final List<String> MT_SICS_SEEDS = List.of(
            "S S      1.234 kg\r\n",
            "S D     12.340 kg\r\n",
            "S S      -0.50 kg\r\n",
            "S +\r\n",
            "S -\r\n",
            "S I\r\n",
            "ES\r\n",
            "T S      0.486 kg\r\n");

    private static Optional<String> mtSics(String line) {
        String[] words = line.strip().split(" +");
        return words.length == 4 && words[0].equals("S") ? Optional.of(words[2] + " " + words[3]) : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("victims")
    void noDamageMakesADecoderThrowOrInventAWeight(Victim victim) {
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
        return perUnitInMilligrams > 0
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

package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.scale.ScaleReading.Weight;
import fr.lamine.hardware.scale.mtsics.MtSicsFrame;
import fr.lamine.hardware.scale.stgs.StgsFrame;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// 100 000 damaged inputs a decoder. The judge below reads a weight out of a line by another way than the decoders do:
/// by splitting at commas and spaces, and must find the same grams.
class DecoderFuzzTest {

    private static final long SEED = Long.getLong("lamine.seed", 20_261_123L);
    private static final int INPUTS = 100_000;

    private static final List<String> STGS_SEEDS = List.of(
            "ST,+0001.234 kg\r\n",
            "US,+0001.234 kg\r\n",
            "OL,+9999.999 kg\r\n",
            "ST,GS,+0012.34kg\r\n",
            "ST,GS,   1.234,kg\r\n",
            "ST,NT,  -1.234,kg\r\n",
            "ST,GS,1\u00c4,   1.234 kg\r\n",
            "UL,GS,  -1.234,kg\r\n");

    private static final List<String> MT_SICS_SEEDS = List.of(
            "S S      1.234 kg\r\n",
            "S D     12.340 kg\r\n",
            "S S      -0.50 kg\r\n",
            "S +\r\n",
            "S -\r\n",
            "S I\r\n",
            "ES\r\n",
            "T S      0.486 kg\r\n");

    @Test
    void noDamageMakesTheStgsDecoderThrowOrInventAWeight() {
        StgsFrame frame = new StgsFrame();
        int weights = torment(STGS_SEEDS, bytes -> frame.accept(bytes, bytes.length, Instant.EPOCH), line -> {
            String[] parts = line.split(",");
            String tail = parts[parts.length - 1].strip();
            String number = tail.matches("[A-Za-z]+") ? parts[parts.length - 2] : tail.replaceAll(" *[A-Za-z]+$", "");
            return Optional.of(
                            number.replace(" ", "").replace("+", "") + " " + line.replaceAll(".*?([A-Za-z]+)$", "$1"))
                    .filter(_ -> line.startsWith("ST,") || line.startsWith("US,"));
        });
        assertTrue(weights > INPUTS / 100, "only " + weights + " inputs still gave a weight: the fuzz says little");
    }

    @Test
    void noDamageMakesTheMtSicsDecoderThrowOrInventAWeight() {
        MtSicsFrame frame = new MtSicsFrame();
        int weights = torment(MT_SICS_SEEDS, bytes -> frame.accept(bytes, bytes.length, Instant.EPOCH), line -> {
            String[] words = line.strip().split(" +");
            return words.length == 4 && words[0].equals("S")
                    ? Optional.of(words[2] + " " + words[3])
                    : Optional.empty();
        });
        assertTrue(weights > INPUTS / 100, "only " + weights + " inputs still gave a weight: the fuzz says little");
    }

    private static int torment(
            List<String> seeds,
            Function<byte[], List<ScaleReading>> decoder,
            Function<String, Optional<String>> judge) {
        Random random = new Random(SEED);
        int weights = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = damaged(seeds, random);
            String context = "seed " + SEED + ", input " + i + ": "
                    + RawFrame.printable(new String(input, StandardCharsets.ISO_8859_1));
            List<ScaleReading> readings = new ArrayList<>();
            try {
                readings.addAll(decoder.apply(input));
            } catch (RuntimeException e) {
                throw new AssertionError(context, e);
            }
            for (ScaleReading reading : readings) {
                if (reading instanceof Weight weight) {
                    weights++;
                    assertTrue(isTrue(weight, judge), context + " gave " + weight);
                }
            }
        }
        return weights;
    }

    private static boolean isTrue(Weight weight, Function<String, Optional<String>> judge) {
        String line = weight.rawFrame().replaceAll("\\\\x[0-9a-f]{2}", "?").replace("\\\\", "?");
        Optional<String> said = judge.apply(line);
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

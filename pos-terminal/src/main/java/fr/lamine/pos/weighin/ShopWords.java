package fr.lamine.pos.weighin;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.pos.weighin.WeighInChoices.Destination;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What people call things, and what to do with them: accents, capitals, plurals and a slip of the finger aside.
final class ShopWords {

    private static final String RESOURCE = "/fr/lamine/pos/weighin/words.txt";
    private static final int NEVER = 9;
    static final int MOST_FOUND = 4;

    /// @param first where it goes when it is in good order
    record ShopWord(String text, CategoryCode category, Destination first) {}

    private final List<ShopWord> words;

    ShopWords(List<ShopWord> words) {
        this.words = List.copyOf(words);
    }

    static ShopWords read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(ShopWords.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return new ShopWords(lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" \\| ", -1))
                    .map(part -> new ShopWord(part[0], new CategoryCode(part[1]), Destination.valueOf(part[2].strip())))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words whose category this catalog has.
    List<ShopWord> known(Catalog catalog) {
        return words.stream()
                .filter(word -> catalog.category(word.category()).isPresent())
                .toList();
    }

    /// What is meant by what was typed, the nearest first: a word of the shop, or a category by its name.
    List<ShopWord> find(String typed, Catalog catalog) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        record Near(ShopWord word, int distance) {}
        List<ShopWord> all = new ArrayList<>(known(catalog));
        catalog.categories().stream().map(ShopWords::named).forEach(all::add);
        return all.stream()
                .map(word -> new Near(word, distance(wanted, plain(word.text()))))
                .filter(near -> near.distance() < NEVER)
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparing(near -> near.word().text().length()))
                .map(Near::word)
                .limit(MOST_FOUND)
                .toList();
    }

    private static ShopWord named(Category category) {
        return new ShopWord(category.name(), category.code(), Destination.SHOP);
    }

    /// 0 the same, 1 its beginning, 2 the beginning of a later word, 3 within it, then one more a slip.
    private static int distance(String typed, String word) {
        if (word.equals(typed)) {
            return 0;
        }
        if (word.startsWith(typed)) {
            return 1;
        }
        if (word.contains(" " + typed)) {
            return 2;
        }
        if (typed.length() >= 3 && word.contains(typed)) {
            return 3;
        }
        int most = typed.length() < 4 ? 0 : typed.length() < 7 ? 1 : 2;
        int slips = Stream.of(word, word.substring(0, Math.min(word.length(), typed.length())))
                .mapToInt(meant -> slips(typed, meant))
                .min()
                .orElseThrow();
        return slips <= most ? 3 + slips : NEVER;
    }

    /// Letters left out, added, changed or swapped with their neighbour.
    private static int slips(String a, String b) {
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                least[i][j] = Math.min(Math.min(least[i - 1][j], least[i][j - 1]) + 1, least[i - 1][j - 1] + changed);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[a.length()][b.length()];
    }

    private static String plain(String text) {
        String folded = Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return folded.length() > 3 ? folded.replaceAll("[sx]\\b", "") : folded;
    }
}

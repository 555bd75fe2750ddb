package fr.lamine.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// House rules that no compiler knows, read from the text of the sources. Patterns are put together from halves so that
/// this file does not find itself.
final class TidyTest {

    private static final int MAX_LINES = 600;
    private static final Pattern EXACT = Pattern.compile("\\b(Mass|Money|grams|cents)\\b");
    private static final Path ROOT = root();
    private static final List<Source> SOURCES = sources();

    /// @param path from the root, with slashes
    private record Source(String path, String text) {
        boolean isJava() {
            return path.endsWith(".java");
        }

        boolean isMainJava() {
            return isJava() && path.contains("/src/main/java/");
        }

        boolean isTemplate() {
            return path.endsWith(".jte");
        }

        /// Without comments, so that a rule may be spoken of.
        String code() {
            return text.replaceAll("(?m)^\\s*//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
        }
    }

    @Test
    void thereIsSomethingToRead() {
        assertTrue(SOURCES.stream().filter(Source::isMainJava).count() > 100);
        assertTrue(SOURCES.stream().anyMatch(Source::isTemplate));
        assertTrue(SOURCES.stream().anyMatch(s -> s.path().equals("lamine")));
    }

    /// What must be nowhere, and a sin by which each rule shows that it can find one.
    private enum Rule {
        TABS_OR_SPACES_AT_THE_END(s -> true, "\t|[ \t]+(?=\r?\n)", "A.java", "int a; \n"),
        LEFT_FOR_LATER(Source::isJava, "\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b", "A.java", "// TO" + "DO"),
        FLOATING_MASS_OR_MONEY(
                s -> s.isMainJava() && EXACT.matcher(s.text()).find(),
                "\\b(dou" + "ble|flo" + "at)\\b(?! size)|\\b(Dou" + "ble|Flo" + "at)\\.",
                "a/src/main/java/A.java",
                "Mass of(dou" + "ble kilos)"),
        A_WORD_TO_THE_CONSOLE(
                s -> s.isMainJava() && !s.text().contains("static void main("),
                "System\\.(out|err)\\b|\\.printStack" + "Trace\\(|System\\.ex" + "it\\(",
                "a/src/main/java/A.java",
                "System.out.println(1);"),
        A_SWALLOWED_FAULT(
                Source::isJava,
                "catch\\s*\\([^)]*\\)\\s*\\{\\s*\\}|catch\\s*\\([^)]*\\big" + "nored?\\)",
                "A.java",
                "catch (IOException e) {" + "\n}"),
        A_PATH_OF_THIS_MACHINE(
                s -> true,
                "/wo" + "rk/|/ro" + "ot/|/ho" + "me/[a-z]|/tmp/ba" + "sh",
                "README.md",
                "cd /ho" + "me/someone"),
        A_CLAIM_NOBODY_ATTESTED(
                s -> s.isTemplate()
                        || s.path().endsWith(".properties")
                        || s.isMainJava()
                        || s.path().contains("/lamine/archive/")
                        || s.path().contains("/test/resources/papers/")
                        || s.path().contains("/test/resources/receipts/"),
                "(?i)certif" + "i[ée]|\\bNF\\s?5" + "25\\b|(?-i:\\bL" + "NE\\b)",
                "a.jte",
                "Logiciel certif" + "ié"),
        /// The counter's words stand in its bundle, to be read at one glance and put into another language.
        WORDS_IN_THE_COUNTERS_TEMPLATES(
                s -> s.isTemplate() && s.path().startsWith("pos-terminal/"),
                "[éèêàâçùûîôœÉÈÊÀÇ]|>\\s*[A-Z][a-z]{2,} [a-z]",
                "pos-terminal/a.jte",
                "<p>Poser le bac</p>"),
        SCRIPTS_HANDLERS_OR_STYLES_IN_A_PAGE(
                Source::isTemplate,
                "<script(?![^>]*\\bsrc=)|\\son(click|load|submit|change|input|key\\w+|focus|blur)=|\\sstyle=|<style",
                "a.jte",
                "<p style=\"color:red\">");

        private final Predicate<Source> where;
        private final Pattern pattern;
        private final Source sin;

        Rule(Predicate<Source> where, String regex, String path, String sin) {
            this.where = where;
            this.pattern = Pattern.compile(regex);
            this.sin = new Source(path, sin);
        }

        List<String> offences(List<Source> sources) {
            List<String> offences = new ArrayList<>();
            for (Source source : sources.stream().filter(where).toList()) {
                Matcher matcher = pattern.matcher(source.text());
                while (matcher.find()) {
                    long line =
                            source.text().substring(0, matcher.start()).lines().count();
                    offences.add(source.path() + ":" + Math.max(1, line) + ": "
                            + matcher.group().strip());
                }
            }
            return offences;
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void nothingOfThisKindIsInTheHouse(Rule rule) {
        assertEquals(List.of(), rule.offences(SOURCES));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aSinOfThisKindWouldBeFound(Rule rule) {
        assertFalse(rule.offences(List.of(rule.sin)).isEmpty());
    }

    @Test
    void noFileIsLongerThanAPersonCanKeepInMind() {
        List<String> offences = SOURCES.stream()
                .filter(s -> s.isJava() || s.isTemplate() || s.path().endsWith(".js"))
                .filter(s -> s.text().lines().count() > MAX_LINES)
                .map(s -> s.path() + ": " + s.text().lines().count() + " lines")
                .toList();
        assertEquals(List.of(), offences);
    }

    @Test
    void aSwitchOverKindsNamesEveryKind() {
        List<String> offences = SOURCES.stream()
                .filter(Source::isMainJava)
                .flatMap(s -> openSwitches(s).stream())
                .toList();
        assertEquals(List.of(), offences);
        String sin = "switch (fact) {\n case Sale s -> { a(); }\n defa" + "ult -> b();\n}";
        assertEquals(1, openSwitches(new Source("A.java", sin)).size());
        String plain = "switch (text) {\n case \"A\" -> a();\n defa" + "ult -> b();\n}";
        assertEquals(0, openSwitches(new Source("A.java", plain)).size());
    }

    @Test
    void everyPackageSaysWhatItIs() {
        List<String> silent = SOURCES.stream()
                .filter(Source::isMainJava)
                .map(s -> s.path().substring(0, s.path().lastIndexOf('/')))
                .distinct()
                .filter(folder -> SOURCES.stream().noneMatch(s -> s.path().equals(folder + "/package-info.java")))
                .toList();
        assertEquals(List.of(), silent);
    }

    private static List<String> openSwitches(Source source) {
        Pattern kind = Pattern.compile("\\bcase\\s+[A-Z][\\w.]*(\\s*\\(|\\s+[a-z_]\\w*)");
        return switches(source.code()).stream()
                .filter(block -> kind.matcher(block).find() && block.matches("(?s).*\\bdefa" + "ult\\s*->.*"))
                .map(block -> source.path() + ": " + block.lines().findFirst().orElse(""))
                .toList();
    }

    private static List<String> switches(String code) {
        List<String> blocks = new ArrayList<>();
        Matcher start = Pattern.compile("\\bswitch\\s*\\(").matcher(code);
        while (start.find()) {
            int open = code.indexOf('{', start.start());
            StringBuilder top = new StringBuilder();
            int depth = 0;
            for (int i = open; i >= 0 && i < code.length(); i++) {
                char c = code.charAt(i);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 1) {
                    top.append(c);
                }
                if (depth == 0) {
                    break;
                }
            }
            blocks.add(code.substring(start.start(), Math.max(start.end(), open)) + top);
        }
        return blocks;
    }

    private static List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(TidyTest::isOurs).toList()) {
                String path = ROOT.relativize(file).toString().replace('\\', '/');
                sources.add(new Source(path, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sources;
    }

    private static boolean isOurs(Path file) {
        String path = "/" + ROOT.relativize(file).toString().replace('\\', '/');
        boolean outside = path.contains("/target/") || path.startsWith("/.git") || path.startsWith("/data/");
        boolean text = path.matches(".*\\.(java|jte|properties|md|xml|sql|css|sh|yaml|yml|json|txt)")
                || path.matches("/lamine|/\\.ci/[^/]+")
                || path.endsWith(".js") && !path.endsWith(".min.js");
        return !outside && text && Files.isRegularFile(file);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("lamine"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}

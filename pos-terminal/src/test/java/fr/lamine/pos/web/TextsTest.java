package fr.lamine.pos.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.drawer.DrawerState;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.model.item.VoidReason;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.stock.Area;
import fr.lamine.model.stock.Outcome;
import fr.lamine.model.stock.Source;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.closing.Reason;
import fr.lamine.pos.device.DeviceSettings;
import fr.lamine.pos.web.view.DeviceView;
import fr.lamine.pos.web.view.FramesView;
import fr.lamine.pos.web.view.LiveView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.TableView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.WeightView;
import fr.lamine.pos.weighin.ParkedFor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TextsTest {

    /// Enums whose words people read.
    private static final List<Class<? extends Enum<?>>> SPOKEN = List.of(
            ModeView.Mode.class,
            DeviceView.Kind.class,
            DeviceView.State.class,
            WeightView.State.class,
            TillPanel.Receipt.class,
            TillPanel.PriceReason.class,
            TillPanel.ReductionReason.class,
            TableView.Light.class,
            TableView.Lamp.class,
            DeviceSettings.Use.class,
            PrinterState.class,
            Serial.Flow.class,
            DrawerState.class,
            FramesView.Way.class,
            onTheTable("Thing"),
            onTheTable("Dialect"),
            onTheTable("ScaleFault"),
            onTheTable("PrinterFault"),
            ClosingKind.class,
            Reason.class,
            Source.class,
            Area.class,
            Outcome.class,
            VoidReason.class,
            ParkedFor.class,
            fr.lamine.model.catalog.Stream.class,
            Tender.class);
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-zA-Z0-9.]*)\"");
    private static final Pattern SIZE = Pattern.compile("font-size: ([0-9]+)px|/ ?1.3 var");

    private static Class<? extends Enum<?>> onTheTable(String name) {
        try {
            @SuppressWarnings("unchecked")
            var type = (Class<? extends Enum<?>>) Class.forName("fr.lamine.pos.table." + name);
            return type;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyKeyInUseHasItsWordsAndNoWordsAreLeftOver() throws IOException {
        Set<String> words = words().stringPropertyNames();
        Set<String> used = new TreeSet<>();
        for (Class<? extends Enum<?>> type : SPOKEN) {
            String name =
                    type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
            for (Enum<?> constant : type.getEnumConstants()) {
                used.add(name + "." + constant.name());
            }
        }
        for (String source : sources()) {
            Matcher key = KEY.matcher(source);
            while (key.find()) {
                String text = key.group(1);
                boolean family = text.endsWith(".");
                words.stream()
                        .filter(w -> family ? w.startsWith(text) : w.equals(text))
                        .forEach(used::add);
                if (Pattern.compile("(?:get|count)\\(\"" + Pattern.quote(text))
                                .matcher(source)
                                .find()
                        && !family) {
                    used.add(text);
                }
            }
        }
        assertEquals(Set.of(), without(used, words), "keys in use without words");
        assertEquals(Set.of(), without(words, used), "words that nothing uses");
    }

    @Test
    void frenchSignsStandAfterANarrowSpace() throws IOException {
        words().forEach((key, text) -> assertFalse(
                Pattern.compile("[ a-zà-ÿ][?!;»]|[ a-zà-ÿ]:|« |[^\u202f]»|'")
                        .matcher(text.toString())
                        .find(),
                key + ": " + text));
    }

    @Test
    void countsAreReadInTheSingularAndThePlural() {
        Texts texts = Texts.french();
        assertEquals("0 article", texts.count("till.articles", 0));
        assertEquals("1 non envoyé", texts.count("bar.unsent", 1));
        assertEquals("2 articles", texts.count("till.articles", 2));
        assertEquals("1\u202f250 non envoyés", texts.count("bar.unsent", 1250));
    }

    @Test
    void noStyleMakesTextSmallerThanSixteenPixels() throws IOException {
        Matcher size = SIZE.matcher(resource("/lamine/assets/counter.css") + resource("/lamine/assets/table.css"));
        int seen = 0;
        while (size.find()) {
            if (size.group(1) != null) {
                seen++;
                assertTrue(Integer.parseInt(size.group(1)) >= 16, size.group());
            }
        }
        assertTrue(seen > 20, "font sizes found: " + seen);
    }

    @Test
    void everyPictogramOfTheScreensAndTheCatalogIsInTheSprite() throws IOException {
        String sprite = resource("/lamine/assets/icons.svg");
        List<String> wanted = new ArrayList<>();
        Matcher inCatalog =
                Pattern.compile("\"icon\": *\"([^\"]+)\"").matcher(resource("/lamine/catalog/ressourcerie.json"));
        while (inCatalog.find()) {
            wanted.add(inCatalog.group(1));
        }
        for (String source : sources()) {
            Matcher icon = Pattern.compile(
                            "icon(?:\\(name)? = \"([a-z0-9-]+)\"|^    [A-Z_]+\\(\"([a-z0-9-]+)\", (?:true|false)\\)",
                            Pattern.MULTILINE)
                    .matcher(source);
            while (icon.find()) {
                wanted.add(icon.group(1) != null ? icon.group(1) : icon.group(2));
            }
        }
        for (ModeView.Mode mode : ModeView.Mode.values()) {
            wanted.add(mode.icon());
        }
        for (DeviceView.Kind kind : DeviceView.Kind.values()) {
            wanted.add(kind.icon());
        }
        for (WeightView.State state : WeightView.State.values()) {
            wanted.add(state.icon());
        }
        for (LiveView.Tone tone : LiveView.Tone.values()) {
            wanted.add(tone.icon());
        }
        assertEquals(
                List.of(),
                wanted.stream()
                        .filter(name -> !sprite.contains("id=\"" + name + "\""))
                        .toList());
    }

    @Test
    void noTemplateCarriesScriptOrStyleInline() throws IOException {
        for (String source : sources()) {
            assertFalse(
                    Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?! src=)|javascript:|hx-on|\\$unsafe")
                            .matcher(source)
                            .find(),
                    source.lines().limit(3).toList().toString());
        }
    }

    @Test
    void theScriptsOfThePageAreInTheBuild() throws IOException {
        Matcher script = Pattern.compile("src=\"(/webjars/[^\"]+)\"").matcher(String.join("", sources()));
        while (script.find()) {
            assertFalse(resource("/META-INF/resources" + script.group(1)).isEmpty());
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/main/jte"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream("/fr/lamine/pos/texts_fr.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package fr.lamine.day;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.base.DescribedPredicate.or;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which part of the house may know which: `shared-model ← hardware ← pos-terminal` and `shared-model ←
/// backoffice-api`, package by package in `architecture/edges.txt`.
final class ArchitectureTest {

    private static final String HOUSE = "fr.lamine.";
    private static final String EDGES = "/architecture/edges.txt";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("fr.lamine.model", "fr.lamine.hardware", "fr.lamine.pos", "fr.lamine.backoffice");

    @Test
    void allFourModulesAreLookedAt() {
        for (String module : List.of("model", "hardware", "pos", "backoffice")) {
            assertTrue(
                    CLASSES.stream()
                                    .filter(c -> c.getPackageName().startsWith(HOUSE + module))
                                    .count()
                            > 20,
                    module);
        }
    }

    @Test
    void theSharedModelKnowsOnlyItself() {
        onlyKnows("fr.lamine.model..", "fr.lamine.model..");
    }

    @Test
    void theHardwareKnowsMassesAndTextsButNoSale() {
        onlyKnows("fr.lamine.hardware..", "fr.lamine.hardware..", "fr.lamine.model..");
        check(noClasses()
                .that()
                .resideInAPackage("fr.lamine.hardware..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.lamine.model.sale..",
                        "fr.lamine.model.fact..",
                        "fr.lamine.model.journal..",
                        "fr.lamine.model.stock..",
                        "fr.lamine.model.sync.."));
    }

    @Test
    void counterAndOfficeDoNotKnowEachOther() {
        onlyKnows("fr.lamine.pos..", "fr.lamine.pos..", "fr.lamine.hardware..", "fr.lamine.model..");
        onlyKnows("fr.lamine.backoffice..", "fr.lamine.backoffice..", "fr.lamine.model..");
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        check(slices().matching("fr.lamine.(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyTheJournalKnowsJson() {
        check(noClasses()
                .that(not(resideInAPackage("fr.lamine.model.journal")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.."));
    }

    @Test
    void theModelAndTheHardwareNeedNoServerAndNoDatabase() {
        check(noClasses()
                .that()
                .resideInAnyPackage("fr.lamine.model..", "fr.lamine.hardware..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.helidon..", "org.jdbi..", "java.sql..", "gg.jte..", "org.slf4j.."));
    }

    @Test
    void nobodyWritesToTheJdkLogDirectly() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
    }

    /// Time and identity are parameters of a rule.
    @Test
    void theModelAndTheRulesReadNoClockAndThrowNoDice() {
        for (Class<?> clock : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            check(noClasses()
                    .that(resideInAPackage("fr.lamine.model..").or(simpleNameEndingWith("Rules")))
                    .should()
                    .callMethod(clock, "now"));
        }
        check(noClasses()
                .that(resideInAPackage("fr.lamine.model..").or(simpleNameEndingWith("Rules")))
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class));
    }

    /// A new edge is a decision: it is put on the list after a look, and one that is gone leaves it. What the list
    /// should
    /// be for the code as it stands is written to `target/edges.txt`.
    @Test
    void everyEdgeBetweenPackagesIsOnTheList() throws IOException {
        SortedSet<String> listed = listedEdges();
        SortedSet<String> found = foundEdges();
        Files.writeString(Path.of("target", "edges.txt"), asList(found));
        SortedSet<String> unlisted = new TreeSet<>(found);
        unlisted.removeAll(listed);
        SortedSet<String> gone = new TreeSet<>(listed);
        gone.removeAll(found);
        assertEquals(List.of(), List.copyOf(unlisted), "edges that are not in " + EDGES);
        assertEquals(List.of(), List.copyOf(gone), "edges in " + EDGES + " that no longer exist");
    }

    private static SortedSet<String> foundEdges() {
        SortedSet<String> edges = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(to -> to.getPackageName().startsWith(HOUSE))
                    .map(to -> nameFor(from, to))
                    .filter(to -> !to.equals(shortName(from)))
                    .forEach(to -> edges.add(shortName(from) + " -> " + to));
        }
        return edges;
    }

    /// Lines `from: to to to`; `#` begins a comment.
    private static SortedSet<String> listedEdges() throws IOException {
        SortedSet<String> edges = new TreeSet<>();
        try (InputStream in = ArchitectureTest.class.getResourceAsStream(EDGES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line :
                    text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                String[] part = line.split(":", 2);
                Stream<String> targets = Arrays.stream(part[1].strip().split(" +"));
                targets.forEach(to -> edges.add(part[0].strip() + " -> " + to));
            }
        }
        return edges;
    }

    private static String asList(SortedSet<String> edges) {
        Map<String, List<String>> targets = edges.stream()
                .map(edge -> edge.split(" -> "))
                .collect(Collectors.groupingBy(
                        e -> e[0], TreeMap::new, Collectors.mapping(e -> e[1], Collectors.toList())));
        StringBuilder list =
                new StringBuilder("# Which package may know which, without the prefix fr.lamine: `from: to to to`.\n");
        targets.forEach((from, to) -> list.append(from + ": " + String.join(" ", to) + "\n"));
        return list.toString();
    }

    /// To counter and office the model is one language; within it, and to the hardware, each word counts.
    private static String nameFor(JavaClass from, JavaClass to) {
        boolean oneLanguage = from.getPackageName().startsWith(HOUSE + "pos")
                || from.getPackageName().startsWith(HOUSE + "backoffice");
        return oneLanguage && shortName(to).startsWith("model.") ? "model" : shortName(to);
    }

    /// The packages that templates are compiled into count as one.
    private static String shortName(JavaClass type) {
        return type.getPackageName().substring(HOUSE.length()).replaceFirst("\\.pages\\..*", ".pages");
    }

    private static void onlyKnows(String part, String... known) {
        check(classes()
                .that()
                .resideInAPackage(part)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("fr.lamine.."))
                        .or(or(Arrays.stream(known)
                                .map(JavaClass.Predicates::resideInAPackage)
                                .toList()))));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}

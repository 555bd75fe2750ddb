package fr.lamine.day;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/// What axe finds wrong on a page, each in words. There are no frames in our pages, so the page is asked itself; asking
/// a second one for the sum takes longer than the looking.
final class Axe {

    private static final List<String> OFFICE = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> COUNTER =
            Stream.concat(OFFICE.stream(), Stream.of("wcag2aaa")).toList();

    private Axe() {}

    /// Contrast of seven to one, as the counter is held to.
    static List<String> counter(Page page) {
        return look(page, COUNTER);
    }

    static List<String> office(Page page) {
        return look(page, OFFICE);
    }

    private static List<String> look(Page page, List<String> tags) {
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(tags).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " " + node.getTarget() + " " + node.getFailureSummary()))
                        .toList();
    }
}

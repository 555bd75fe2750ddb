package fr.lamine.backoffice.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.platform.Problems;
import fr.lamine.model.catalog.AgeMarkdown;
import fr.lamine.model.catalog.Article;
import fr.lamine.model.catalog.Campaign;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.catalog.Company;
import fr.lamine.model.catalog.Container;
import fr.lamine.model.catalog.DatedPrices;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.catalog.VatRule;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.Head;
import fr.lamine.model.site.Site;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.HoldRelease;
import fr.lamine.model.sync.ItemState;
import fr.lamine.model.sync.JournalAnswer;
import fr.lamine.model.sync.JournalBatch;
import fr.lamine.model.sync.LineHold;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.Receipt;
import fr.lamine.model.sync.ReceiptWays;
import fr.lamine.model.sync.ReferenceAnswer;
import fr.lamine.model.sync.SoldElsewhere;
import fr.lamine.model.sync.TerminalSession;
import fr.lamine.model.sync.VoucherHold;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OpenApiTest {

    private static final List<Class<?>> RECORDS = List.of(
            Enrolment.class,
            Enrolment.Enrolled.class,
            TerminalSession.Challenge.class,
            TerminalSession.Answer.class,
            TerminalSession.Opened.class,
            Head.class,
            Entry.class,
            JournalBatch.class,
            Receipt.class,
            JournalAnswer.class,
            ReferenceAnswer.class,
            Catalog.class,
            Site.class,
            Category.class,
            Container.class,
            TillPolicy.class,
            Company.class,
            VatRule.class,
            DatedPrices.class,
            Campaign.class,
            AgeMarkdown.class,
            Article.class,
            Operator.class,
            ItemState.class,
            Person.class,
            Person.Taken.class,
            VoucherHold.class,
            VoucherHold.VoucherHeld.class,
            LineHold.class,
            LineHold.LineHeld.class,
            LineHold.LineBack.class,
            HoldRelease.class,
            HoldRelease.Released.class,
            SoldElsewhere.class,
            ReceiptWays.class,
            Problems.Problem.class);

    private final JsonNode document = new JsonMapper().readTree(OpenApi.read());
    private final JsonNode schemas = document.get("components").get("schemas");

    @Test
    void everyRecordHasTheFieldsThatAreToldAbsentOnesIncluded() {
        Set<String> names = RECORDS.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names, new TreeSet<>(schemas.propertyNames()));
        for (Class<?> record : RECORDS) {
            JsonNode properties = schemas.get(record.getSimpleName()).get("properties");
            assertEquals(
                    Arrays.stream(record.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList(),
                    List.copyOf(properties.propertyNames()),
                    record.getSimpleName());
            for (RecordComponent component : record.getRecordComponents()) {
                assertEquals(
                        component.getType() == Optional.class,
                        properties.get(component.getName()).toString().contains("\"null\""),
                        record.getSimpleName() + "." + component.getName());
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = Pattern.compile("\"#/components/schemas/([A-Za-z]+)\"")
                .matcher(document.toString())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(references.size() > 20);
        references.forEach(name -> assertTrue(schemas.has(name), name));
    }
}

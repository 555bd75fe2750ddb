package fr.lamine.backoffice.policy;

import fr.lamine.backoffice.fact.EntryDao;
import fr.lamine.backoffice.fact.StoredEntry;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.TillPolicy;
import fr.lamine.model.fact.Fact.ReferenceChanged;
import fr.lamine.model.fact.FactId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Who changed what, and when: the facts of the office's journal, each beside the one before it.
///
/// @param topics what differs from the revision before; empty when it is something else of the catalog, or the first
public record PolicyHistory(Slice<Change> changes) {

    public record Change(FactId id, ReferenceChanged fact, List<Topic> topics, boolean first) {}

    private static final String FACTS = " FROM fact WHERE terminal = 'OFFICE' AND type LIKE 'reference-changed.%' ";

    static PolicyHistory read(Handle handle, int page) {
        long total =
                handle.createQuery("SELECT count(*)" + FACTS).mapTo(Long.class).one();
        List<FactId> ids = handle.createQuery("SELECT journal || '/' || seq" + FACTS + """
                ORDER BY length(journal) DESC, journal COLLATE "C" DESC, seq DESC LIMIT :rows OFFSET :offset""")
                .bind("rows", Slice.ROWS + 1)
                .bind("offset", Slice.offset(page))
                .mapTo(String.class)
                .map(FactId::parse)
                .list();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(ids.size(), Slice.ROWS); i++) {
            Optional<ReferenceChanged> fact = fact(handle, ids.get(i));
            Optional<ReferenceChanged> before = i + 1 < ids.size() ? fact(handle, ids.get(i + 1)) : Optional.empty();
            FactId id = ids.get(i);
            fact.ifPresent(f -> changes.add(new Change(
                    id, f, before.map(b -> differing(b.catalog(), f.catalog())).orElse(List.of()), before.isEmpty())));
        }
        return new PolicyHistory(new Slice<>(changes, page, total));
    }

    private static Optional<ReferenceChanged> fact(Handle handle, FactId id) {
        return EntryDao.find(handle, id)
                .flatMap(StoredEntry::fact)
                .filter(ReferenceChanged.class::isInstance)
                .map(ReferenceChanged.class::cast);
    }

    static List<Topic> differing(Catalog before, Catalog after) {
        return Topic.all().stream()
                .filter(topic -> !Objects.equals(part(topic, before), part(topic, after)))
                .toList();
    }

    private static Object part(Topic topic, Catalog catalog) {
        TillPolicy till = catalog.till();
        return switch (topic) {
            case COMPANY -> till.company();
            case SITES -> catalog.sites();
            case LIMITS -> List.of(till.cashCap(), till.differenceThreshold(), till.cashierReduction());
            case VAT -> till.vat();
            case PRICES -> till.prices();
            case CAMPAIGNS -> till.campaigns();
            case MARKDOWNS -> till.markdowns();
            case ARTICLES -> till.articles();
            case GUARANTEE -> till.guaranteed();
        };
    }
}

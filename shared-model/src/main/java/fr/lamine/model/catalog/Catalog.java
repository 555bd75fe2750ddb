package fr.lamine.model.catalog;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The reference data of one revision, whole: sites, categories with prices and average weights, containers.
///
/// The root categories all have an average weight, so [#averagePiece] always answers for a known category.
public record Catalog(
        List<Site> sites, List<Category> categories, List<Container> containers, VatRegime vatRegime, TillPolicy till) {

    public static final CategoryCode UNCLASSIFIED = new CategoryCode("a_classer");
    public static final int MAX_CATEGORIES = 500;

    public Catalog {
        sites = List.copyOf(sites);
        categories = List.copyOf(categories);
        containers = List.copyOf(containers);
        if (categories.size() > MAX_CATEGORIES) {
            throw new IllegalArgumentException("too many categories: " + categories.size());
        }
        if (sites.stream().map(Site::code).distinct().count() < sites.size()
                || containers.stream().map(Container::code).distinct().count() < containers.size()) {
            throw new IllegalArgumentException("a site or container stands twice in the catalog");
        }
        Set<CategoryCode> seen = new HashSet<>();
        for (Category category : categories) {
            if (category.parent().isEmpty() && category.averagePiece().isEmpty()) {
                throw new IllegalArgumentException("a root category needs an average weight: " + category.code());
            }
            if (category.parent().isPresent()
                    && !seen.contains(category.parent().get())) {
                throw new IllegalArgumentException("a parent stands before its children: " + category.code());
            }
            if (!seen.add(category.code())) {
                throw new IllegalArgumentException("twice in the catalog: " + category.code());
            }
        }
    }

    public Catalog(List<Site> sites, List<Category> categories, List<Container> containers, VatRegime vatRegime) {
        this(sites, categories, containers, vatRegime, TillPolicy.PLAIN);
    }

    public Optional<Category> category(CategoryCode code) {
        return categories.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public Optional<Site> site(SiteCode code) {
        return sites.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    public Optional<Container> container(String code) {
        return containers.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /// The nearest average on the way up the tree; empty only for a category that is not in this catalog.
    public Optional<Mass> averagePiece(CategoryCode code) {
        Optional<Category> category = category(code);
        while (category.isPresent() && category.get().averagePiece().isEmpty()) {
            category = category.get().parent().flatMap(this::category);
        }
        return category.flatMap(Category::averagePiece);
    }

    /// The regime and rate of goods sold at a site on a day.
    public VatRule vat(CategoryCode category, SiteCode site, LocalDate day) {
        Optional<VatRule> own = Optional.empty();
        Optional<CategoryCode> at = Optional.of(category);
        while (own.isEmpty() && at.isPresent()) {
            CategoryCode code = at.get();
            own = till.vat(code, site, day).filter(rule -> rule.category().isPresent());
            at = category(code).flatMap(Category::parent);
        }
        return own.orElseGet(() -> till.vatOrElse(category, site, day, vatRegime));
    }

    /// The prices posted for a category on a day.
    public List<Money> prices(Category category, LocalDate day) {
        return till.prices(category.code(), day).orElse(category.prices());
    }

    /// Whether the receipt must state the legal guarantee for goods of a category.
    public boolean isGuaranteed(CategoryCode category) {
        return till.guaranteed().contains(category)
                || category(category)
                        .flatMap(Category::parent)
                        .map(this::isGuaranteed)
                        .orElse(false);
    }
}

package fr.lamine.backoffice.screen;

import fr.lamine.backoffice.catalog.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The question at the head of a page: which site, which days.
///
/// @param path   of the page
/// @param kept   other questions of the page, kept when this one changes
public record Filter(String path, Scope scope, Names names, LocalDate today, Map<String, String> kept) {

    public Filter(String path, Scope scope, Names names, LocalDate today) {
        this(path, scope, names, today, Map.of());
    }

    public List<Period> periods() {
        List<Period> offered = Period.offered(today);
        if (offered.contains(scope.period())) {
            return offered;
        }
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(scope.period()), offered.stream())
                .toList();
    }

    public String about() {
        return scope.siteName(names) + " · " + scope.period().label();
    }
}

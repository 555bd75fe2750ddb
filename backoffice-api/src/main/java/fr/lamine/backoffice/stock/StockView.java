package fr.lamine.backoffice.stock;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Area;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The page of the stock.
///
/// @param areas those that hold something, sorting and shop always
public record StockView(Names names, Optional<SiteCode> site, List<Area> areas, List<Line> lines) {

    /// @param pieces labelled and still there
    public record Line(CategoryCode category, Map<Area, Mass> masses, long pieces) {

        public Line {
            masses = Map.copyOf(masses);
        }

        public Mass mass(Area area) {
            return masses.getOrDefault(area, Mass.ZERO);
        }

        public Mass total() {
            return masses.values().stream().reduce(Mass.ZERO, Mass::plus);
        }
    }

    static StockView of(Names names, Optional<SiteCode> site, List<StockDao.Balance> balances) {
        Map<CategoryCode, Map<Area, Mass>> masses = new TreeMap<>();
        Map<CategoryCode, Long> pieces = new TreeMap<>();
        for (StockDao.Balance balance : balances) {
            masses.computeIfAbsent(balance.category(), _ -> new EnumMap<>(Area.class))
                    .merge(balance.place().area(), balance.mass(), Mass::plus);
            pieces.merge(balance.category(), balance.pieces(), Long::sum);
        }
        List<Line> lines = masses.entrySet().stream()
                .map(e -> new Line(e.getKey(), e.getValue(), pieces.get(e.getKey())))
                .sorted(Comparator.comparing(Line::total).reversed().thenComparing(Line::category))
                .toList();
        List<Area> areas = List.of(Area.values()).stream()
                .filter(area -> area == Area.SORTING
                        || area == Area.SHOP
                        || lines.stream().anyMatch(l -> l.masses().containsKey(area)))
                .toList();
        return new StockView(names, site, areas, lines);
    }

    public Mass total(Area area) {
        return lines.stream().map(l -> l.mass(area)).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass total() {
        return lines.stream().map(Line::total).reduce(Mass.ZERO, Mass::plus);
    }

    public long pieces() {
        return lines.stream().mapToLong(Line::pieces).sum();
    }

    public String siteCode() {
        return site.map(SiteCode::code).orElse(Scope.ALL);
    }

    public Address movements() {
        return Address.to("/stock/mouvements").with("site", siteCode());
    }

    public Address items() {
        return Address.to("/stock/articles").with("site", siteCode());
    }
}

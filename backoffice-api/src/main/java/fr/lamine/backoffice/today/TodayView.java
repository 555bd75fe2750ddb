package fr.lamine.backoffice.today;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.reconciliation.Figure;
import fr.lamine.backoffice.reconciliation.Flow;
import fr.lamine.backoffice.reconciliation.Reconciliation;
import fr.lamine.backoffice.sale.Takings;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.Site;
import java.time.Instant;
import java.util.List;

/// The page of the day.
///
/// @param waiting discrepancies that are open
/// @param opens   true when the person may open the figures
public record TodayView(Names names, Instant now, List<Shop> shops, long waiting, boolean opens) {

    /// @param bars takings of the last days
    public record Shop(Site site, Scope scope, Reconciliation mass, Takings takings, List<Bars.Bar> bars) {

        public Mass in() {
            return mass.flow(Flow.IN);
        }

        public Mass out() {
            return mass.flow(Flow.SOLD)
                    .plus(mass.flow(Flow.GIVEN))
                    .plus(mass.flow(Flow.RECYCLED))
                    .plus(mass.flow(Flow.WASTE));
        }

        public String open(Figure figure) {
            return scope.at("/rapprochement/lignes")
                    .with("colonne", figure.code())
                    .toString();
        }

        public String sales() {
            return scope.at("/ventes").toString();
        }

        public String sales(Tender tender) {
            return scope.at("/ventes").with("paiement", tender).toString();
        }

        public List<Tender> tenders() {
            return takings.paid().keySet().stream().sorted().toList();
        }
    }

    public Money taken() {
        return shops.stream().map(s -> s.takings().total()).reduce(Money.ZERO, Money::plus);
    }

    public Mass in() {
        return shops.stream().map(Shop::in).reduce(Mass.ZERO, Mass::plus);
    }

    public Mass out() {
        return shops.stream().map(Shop::out).reduce(Mass.ZERO, Mass::plus);
    }

    public long tickets() {
        return shops.stream().mapToLong(s -> s.takings().tickets()).sum();
    }
}

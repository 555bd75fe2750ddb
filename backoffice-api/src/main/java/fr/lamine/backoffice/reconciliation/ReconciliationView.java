package fr.lamine.backoffice.reconciliation;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.sale.Takings;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Filter;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.text.French;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The page of the reconciliation.
///
/// @param waiting discrepancies of the site that are open
public record ReconciliationView(
        Scope scope,
        Names names,
        Filter filter,
        Reconciliation mass,
        Takings takings,
        Sankey.Picture picture,
        long waiting) {

    private static final Mass FINE = Mass.grams(1_000_000);

    /// Neither a kilo nor a euro is missing; discrepancies may still be open.
    public boolean isRight() {
        return mass.toExplain().equals(Mass.ZERO) && takings.difference().equals(Money.ZERO);
    }

    /// Below a tonne every gram is shown, above it whole kilograms.
    public boolean exact() {
        return mass.flow(Flow.IN).compareTo(FINE) < 0 && mass.end().compareTo(FINE) < 0;
    }

    public String kilos(Mass value) {
        return exact() ? French.kg(value) : French.wholeKg(value);
    }

    /// The same without its unit, for the table.
    public String cell(Mass value) {
        return exact() ? French.kilos(value) : French.wholeKilos(value);
    }

    public Address open(Figure figure) {
        return scope.at("/rapprochement/lignes").with("colonne", figure.code());
    }

    public Address open(Figure figure, CategoryCode category) {
        return open(figure).with("categorie", category);
    }

    public Address open(Figure figure, MassProvenance.Kind kind) {
        return open(figure).with("origine", kind);
    }

    /// A stock below zero is explained by all that made it.
    public Address openGap(CategoryLine line) {
        return open(line.end().isNegative() ? Figure.END : Figure.GAP, line.category());
    }

    public Address open(Tender tender) {
        return scope.at("/ventes").with("paiement", tender);
    }

    public Address discrepancies() {
        return Address.to("/ecarts").with("site", scope.site());
    }

    public Address sales() {
        return scope.at("/ventes");
    }

    /// The columns between the two stocks, those that hold nothing left out where they are rare.
    public List<Flow> columns() {
        return List.of(Flow.values()).stream()
                .filter(f -> (f != Flow.TRANSFER && f != Flow.ADJUSTMENT) || mass.has(f))
                .toList();
    }

    public Mass reused() {
        return mass.flow(Flow.SOLD).plus(mass.flow(Flow.GIVEN));
    }

    public Mass explained() {
        return mass.flow(Flow.IN).minus(mass.toExplain());
    }

    public Optional<String> share(Mass part) {
        return share(part, mass.flow(Flow.IN));
    }

    public Optional<String> share(Mass part, Mass whole) {
        return part.isNegative() || !whole.isPositive()
                ? Optional.empty()
                : Optional.of(French.percent(part.grams(), whole.grams()));
    }

    public List<MassProvenance.Kind> kinds() {
        return List.of(MassProvenance.Kind.values()).stream()
                .filter(kind -> !mass.provenance(Flow.IN, kind).equals(Mass.ZERO)
                        || !mass.provenance(Flow.SOLD, kind).equals(Mass.ZERO))
                .toList();
    }

    /// `30/11`
    public static String shortDay(LocalDate day) {
        return French.day(day).substring(0, 5);
    }

    public boolean isEmpty() {
        return mass.isEmpty() && takings.tickets() == 0;
    }
}

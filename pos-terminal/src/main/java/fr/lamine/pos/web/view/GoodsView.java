package fr.lamine.pos.web.view;

/// Goods are scanned and weighed onto a list: a transfer (*transferts*) or a count (*inventaire*).
///
/// @param base   path of the mode
/// @param what   what is done, such as `Envoi vers Gentilly`; empty until that is chosen
/// @param verb   of the main action
/// @param pieces running total, such as `12 pièces`
/// @param kilos  running total
public record GoodsView(
        ModeView.Mode mode,
        String base,
        String what,
        GoodsPanel panel,
        String pieces,
        String kilos,
        boolean mayType,
        String verb,
        GoView go)
        implements ScreenView {

    public boolean hasBegun() {
        return !what.isEmpty();
    }
}

package fr.lamine.day;

import fr.lamine.pos.web.view.AsidePanel;
import fr.lamine.pos.web.view.AsidePanel.Key;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TilesView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import fr.lamine.pos.web.view.WeightView;
import fr.lamine.pos.web.view.WeightView.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Articles, gifts, a member's card, a weighed line and what leaves free of charge.
final class AsideFixtures {

    private static final Key ROUND =
            new Key("Arrondir à 20,00\u202f€", "don de 2,00\u202f€", "arrow-big-up-line", "amount", "20,00", "/");
    private static final Key ROUND_EURO =
            new Key("Arrondir à 19,00\u202f€", "don de 0,40\u202f€", "arrow-big-up-line", "amount", "19,00", "/");
    private static final List<Key> ARTICLES = List.of(
            key("Sac de textile", "5,00\u202f€", "shopping-cart"),
            key("Prix libre", "au choix", "tag"),
            key("Réparation", "prix à taper", "tool"),
            key("Atelier réparation vélo", "12,00\u202f€", "tool"),
            key("Adhésion", "10,00\u202f€", "id-badge-2"),
            key("Don", "au choix", "heart-handshake"));
    private static final TicketView TICKET = TicketView.page(
                    List.of(
                            line("1", "Sac de textile", "Textile", "5,00\u202f€", TicketView.Kind.GOODS),
                            line("2", "Réparation", "Service", "12,00\u202f€", TicketView.Kind.GOODS),
                            line("0", "Adhésion", "Hors vente", "10,00\u202f€", TicketView.Kind.EXTRA),
                            line("1", "Arrondi solidaire", "Hors vente", "0,40\u202f€", TicketView.Kind.EXTRA)),
                    0,
                    "2 articles",
                    "27,40\u202f€")
            .of(Optional.of("2026-0042"));

    private final Map<String, FrameView> screens;

    private AsideFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    /// Offered while nothing is paid.
    static Optional<Key> round(List<String> paid) {
        return paid.isEmpty() ? Optional.of(ROUND) : Optional.empty();
    }

    static void over(Map<String, FrameView> screens) {
        AsideFixtures fixtures = new AsideFixtures(screens);
        GoView total = GoView.allowed("27,40\u202f€");
        List<Key> keys = new ArrayList<>(ARTICLES);
        keys.addAll(List.of(
                ROUND_EURO,
                ROUND,
                key("Sortie gratuite", "donner un objet", "gift"),
                key("Retirer la carte", "2026-0042", "x")));
        fixtures.show("caisse-articles", new AsidePanel.Keys(keys, OptionalInt.empty()), total);
        List<Key> full = new ArrayList<>(ARTICLES);
        full.addAll(keys.subList(5, 10));
        fixtures.show("caisse-articles-pages", new AsidePanel.Keys(full, OptionalInt.of(1)), total);
        fixtures.show(
                "caisse-don",
                new AsidePanel.Amount(
                        "Don",
                        "heart-handshake",
                        List.of(ROUND_EURO, ROUND, price("1,00"), price("2,00"), price("5,00"))),
                GoView.allowed("le montant tapé"));
        fixtures.show(
                "caisse-prix-libre",
                new AsidePanel.Amount(
                        "Prix libre",
                        "tag",
                        List.of(
                                price("0,50"),
                                price("1,00"),
                                price("2,00"),
                                price("3,00"),
                                price("5,00"),
                                price("10,00"))),
                GoView.allowed("le montant tapé"));
        fixtures.show(
                "caisse-service",
                new AsidePanel.Amount("Réparation", "tool", List.of()),
                GoView.allowed("le montant tapé"));
        fixtures.show("caisse-hors-vente", new AsidePanel.Extra("Adhésion", "10,00\u202f€"), total);
        fixtures.show(
                "caisse-peser",
                new AsidePanel.Weighing(
                        "3 × Vaisselle",
                        "1,200\u202fkg en moyenne",
                        WeightView.of(State.STABLE, "13,540", "− 1,200", "12,340"),
                        false),
                GoView.allowed("3 × Vaisselle"));
        fixtures.show(
                "caisse-peser-sans-balance",
                new AsidePanel.Weighing(
                        "3 × Vaisselle",
                        "1,200\u202fkg en moyenne",
                        WeightView.without(State.NO_SCALE, "La balance ne répond pas."),
                        true),
                GoView.allowed("les kilos tapés"));
        TilesView tiles =
                ((TillPanel.Categories) ((TillView) screens.get("caisse").screen()).panel()).tiles();
        fixtures.show("sortie-quoi", new AsidePanel.GiveWhat(Optional.empty(), tiles), none());
        fixtures.show("sortie-inconnue", new AsidePanel.GiveWhat(Optional.of("04 902 0000017 3"), tiles), none());
        fixtures.show(
                "sortie-motif",
                new AsidePanel.GiveWhy("Gros électroménager", "12 × 40,000\u202fkg", reasons()),
                GoView.allowed("12 × 40,000\u202fkg"));
        fixtures.show(
                "sortie-question",
                new AsidePanel.GiveAsked(
                        "« Lampe de bureau articulée noire » n’est plus ici, d’après la caisse. Le donner quand même\u202f?"),
                GoView.allowed("1,200\u202fkg"));
        TillView open = (TillView) screens.get("caisse").screen();
        FrameView frame = screens.get("caisse-vide");
        screens.put(
                "caisse-carte",
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(TICKET.reducible("Remise"), open.panel(), total)));
    }

    private static GoView none() {
        return GoView.refused("Scannez, ou choisissez une catégorie");
    }

    private static Key key(String name, String detail, String icon) {
        return new Key(name, detail, icon, "article", name, "/");
    }

    private static Key price(String amount) {
        return new Key(amount + "\u202f€", "", "", "amount", amount, "/");
    }

    private static List<ChoiceView> reasons() {
        return Stream.of("Aide sociale", "Association", "École", "Équipe", "Matériel d’atelier", "Zone de gratuité")
                .map(name -> new ChoiceView(name, name, "", "gift", name.equals("École")))
                .toList();
    }

    private static TicketView.Line line(String id, String name, String detail, String price, TicketView.Kind kind) {
        return new TicketView.Line(
                id, name, detail, kind == TicketView.Kind.EXTRA ? "" : "1", price, false, false, kind);
    }

    private void show(String name, AsidePanel panel, GoView go) {
        FrameView frame = screens.get("caisse-vide");
        screens.put(
                name,
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(TICKET.reducible("Remise"), new TillPanel.Aside(panel), go)));
    }
}

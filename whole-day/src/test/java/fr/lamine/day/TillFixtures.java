package fr.lamine.day;

import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TicketView;
import fr.lamine.pos.web.view.TicketView.Sold;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// More of the till: the last sale, which stays before everybody's eyes until the next begins, and a damaged label.
final class TillFixtures {

    static final Sold SOLD = new Sold(
            "Ticket 128 payé", List.of("Carte 10,00\u202f€", "Espèces 10,00\u202f€", "Rendu 2,00\u202f€"), false);
    private static final Sold AGAIN = new Sold(SOLD.number(), SOLD.paid(), true);

    private final Map<String, FrameView> screens;

    private TillFixtures(Map<String, FrameView> screens) {
        this.screens = screens;
    }

    static void over(Map<String, FrameView> screens) {
        TillFixtures fixtures = new TillFixtures(screens);
        fixtures.add("caisse-derniere-vente", "caisse-paiement");
        fixtures.add("caisse-derniere-longue", "caisse-longue");
        fixtures.keying();
        DrawerFixtures.over(screens);
    }

    private void keying() {
        FrameView frame = screens.get("caisse-prix");
        TillView till = (TillView) frame.screen();
        GoView digits = GoView.allowed("13 chiffres, ou les 8 derniers");
        screens.put(
                "caisse-code",
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(till.ticket(), new TillPanel.KeyCode(), digits)));
    }

    private void add(String name, String ticketOf) {
        FrameView frame = screens.get("caisse-vide");
        TillView empty = (TillView) frame.screen();
        TicketView ticket = ((TillView) screens.get(ticketOf).screen()).ticket();
        screens.put(
                name,
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(ticket.paid(AGAIN), empty.panel(), empty.go())));
    }
}

package fr.lamine.day;

import fr.lamine.hardware.printer.Symbols;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TillPanel;
import fr.lamine.pos.web.view.TillView;
import java.util.Map;
import java.util.Optional;

/// The receipt without paper: offered after the sale, on the telephone, by e-mail.
final class ReceiptFixtures {

    private static final String ADDRESS = "https://tickets.exemple.fr/t/101-1-18342-0123456789abcdef0123456789abcdef";

    private ReceiptFixtures() {}

    static void over(Map<String, FrameView> screens) {
        FrameView frame = screens.get("caisse-rendu");
        TillView till = (TillView) frame.screen();
        TillPanel.Done done = (TillPanel.Done) till.panel();
        for (boolean mail : new boolean[] {false, true}) {
            show(
                    screens,
                    mail ? "ticket-qr-ou-mail" : "ticket-qr",
                    frame,
                    new TillPanel.Done(
                            done.change(), done.hasChange(), done.summary(), done.receipt(), done.nextIn(), true, mail),
                    till.go());
        }
        show(screens, "ticket-code", frame, code(), till.go());
        GoView once = GoView.allowed("sert à ce ticket, puis s’efface");
        show(screens, "ticket-adresse", frame, new TillPanel.Address(""), once);
        show(
                screens,
                "ticket-adresse-longue",
                frame,
                new TillPanel.Address("une.adresse.de.quatre-vingts.signes." + "x".repeat(30) + "@exemple.fr.fr"),
                once);
    }

    private static TillPanel code() {
        var modules = Symbols.qr(ADDRESS);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new TillPanel.QrCode(modules.getWidth(), path.toString());
    }

    private static void show(Map<String, FrameView> screens, String name, FrameView frame, TillPanel panel, GoView go) {
        TillView till = (TillView) frame.screen();
        screens.put(
                name,
                new FrameView(
                        frame.token(),
                        frame.bar(),
                        frame.modes(),
                        Optional.empty(),
                        new TillView(till.ticket(), panel, go)));
    }
}

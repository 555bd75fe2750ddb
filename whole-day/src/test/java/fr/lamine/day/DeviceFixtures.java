package fr.lamine.day;

import fr.lamine.pos.web.view.ChipView;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.DeviceView;
import fr.lamine.pos.web.view.DevicesPanel;
import fr.lamine.pos.web.view.DevicesPanel.Card;
import fr.lamine.pos.web.view.DevicesPanel.KnownView;
import fr.lamine.pos.web.view.DevicesPanel.Live;
import fr.lamine.pos.web.view.DevicesPanel.Preview;
import fr.lamine.pos.web.view.DevicesPanel.Row;
import fr.lamine.pos.web.view.DevicesPanel.Test;
import fr.lamine.pos.web.view.DevicesView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.FramesView;
import fr.lamine.pos.web.view.FramesView.LineView;
import fr.lamine.pos.web.view.FramesView.Way;
import fr.lamine.pos.web.view.LiveView;
import fr.lamine.pos.web.view.ModeView.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The screen of the devices in every state.
final class DeviceFixtures {

    private static final LiveView STABLE = LiveView.good("STABLE", "").reading("12,340\u202fkg");
    private static final LiveView NOTHING = LiveView.away("RIEN", "");
    private static final String SERIAL = "port série usb-FTDI_FT232R_USB_UART_AB0JQ8-if00-port0, 9600 8N1";
    private static final List<ChipView> LINES = List.of(
            new ChipView("9600/8N1", "9600 8N1", true),
            new ChipView("9600/7E1", "9600 7E1", false),
            new ChipView("4800/8N1", "4800 8N1", false),
            new ChipView("4800/7E1", "4800 7E1", false),
            new ChipView("2400/7E1", "2400 7E1", false),
            new ChipView("19200/8N1", "19200 8N1", false),
            new ChipView("115200/8N1", "115200 8N1", false));

    private DeviceFixtures() {}

    static Map<String, FrameView> screens() {
        List<DeviceView> dots = Stream.of(DeviceView.Kind.values())
                .map(kind -> new DeviceView(kind, DeviceView.State.READY))
                .toList();
        Map<String, FrameView> screens = new LinkedHashMap<>();
        all().forEach((name, view) -> screens.put(
                name, ScreenFixtures.frame(Mode.DEVICES, ConnectionView.upToDate(), dots, Optional.empty(), view)));
        return screens;
    }

    private static Map<String, DevicesView> all() {
        Map<String, DevicesView> all = new LinkedHashMap<>();
        all.put(
                "appareils",
                new DevicesView(
                        overview(
                                STABLE,
                                LiveView.good("LU", "").reading("3760123456789 (EAN-13)"),
                                LiveView.good("PRÊTE", "Tiroir fermé."),
                                LiveView.good("COMME LES TICKETS", "Elles sortent de l’imprimante de tickets."),
                                true),
                        true));
        all.put(
                "appareils-panne",
                new DevicesView(
                        overview(
                                LiveView.stop(
                                        "ILLISIBLE", "Ses signes sont inconnus. Changez de protocole ou de vitesse."),
                                LiveView.away("AUCUN", "Un lecteur en mode clavier marche sans rien choisir."),
                                LiveView.stop(
                                        "COUTEAU BLOQUÉ",
                                        "Le couteau de l’imprimante est bloqué. Ouvrez le capot, retirez le papier coincé, refermez."),
                                LiveView.away("PAS LÀ", "Branchez l’imprimante et allumez-la."),
                                false),
                        false));
        all.put("appareils-essai-balance", view(trial("Balance", "scale", STABLE)));
        all.put(
                "appareils-essai-lecteur",
                view(trial(
                        "Lecteur de codes",
                        "scan",
                        LiveView.good("LU", "").reading("LM1;0490100000015;300;jouet;600;1 (QR)"))));
        all.put(
                "appareils-tiroir",
                view(drawer(
                        LiveView.wait("OUVERT", ""),
                        "Ouvrez-le et fermez-le : l’écran doit le suivre.",
                        "Réapprendre")));
        all.put(
                "appareils-tiroir-inconnu",
                view(drawer(
                        LiveView.away("INCONNU", "Le poste ne sait pas encore lire ce tiroir."),
                        "Ouvrez le tiroir, puis touchez « Il est ouvert ».",
                        "Il est ouvert")));
        all.put("appareils-choix", view(choosing()));
        all.put(
                "appareils-choix-vide",
                view(new DevicesPanel.Choosing(
                        "SCANNER", "Lecteur de codes", "scan", List.of(), "", false, "Ajouter un lecteur")));
        all.put("appareils-ou", view(where(6)));
        all.put("appareils-ou-rien", view(where(0)));
        all.put("appareils-langages", view(protocols(LINES)));
        all.put("appareils-langages-reseau", view(protocols(List.of())));
        all.put("appareils-plaque", view(plate()));
        all.put("appareils-lecteur", view(scanner()));
        all.put("appareils-carte", view(card()));
        all.put("appareils-imprimante", view(printer()));
        all.put("appareils-etiquettes", view(labels()));
        return all;
    }

    private static DevicesView view(DevicesPanel panel) {
        return new DevicesView(panel, true);
    }

    private static DevicesPanel overview(
            LiveView scale, LiveView scanner, LiveView tickets, LiveView labels, boolean manager) {
        Test page = new Test("/appareils/page", "Page d’essai", "receipt");
        Test drawer = new Test("/appareils/contact", "Tiroir", "cash");
        return new DevicesPanel.Overview(List.of(
                card("SCALE", "Balance", "Balance au sol", "scale", scale, test("scale")),
                card("SCANNER", "Lecteur de codes", "Douchette de la caisse", "scan", scanner, test("scan")),
                card(
                        "CARD",
                        "Terminal de carte",
                        manager ? "Terminal de la caisse" : "",
                        "credit-card",
                        manager
                                ? LiveView.good("PRÊT", "Le montant lui est envoyé.")
                                : LiveView.away("PAS LÀ", "Allumez-le et branchez-le au réseau."),
                        new Test("/appareils/page", "Essayer", "plug-connected")),
                card(
                        "TICKETS",
                        "Imprimante de tickets",
                        "Epson TM-T20",
                        "printer",
                        tickets,
                        manager ? new Test[] {page, drawer} : new Test[] {page}),
                card("LABELS", "Imprimante d’étiquettes", "", "tag", labels, page)));
    }

    private static DevicesPanel card() {
        return new DevicesPanel.Setup(
                "Terminal de carte",
                "credit-card",
                "réseau, 192.168.1.50, port 8888",
                "Essayez la liaison : rien n’est payé. Puis donnez-lui un nom.",
                Optional.empty(),
                List.of(),
                Optional.of(new Test("/appareils/essai", "Essayer la liaison", "plug-connected")),
                "");
    }

    private static Test test(String icon) {
        return new Test("/appareils/essayer", "Essayer", icon);
    }

    private static Card card(String use, String title, String name, String icon, LiveView live, Test... tests) {
        return new Card(use, title, name, icon, new Live("etat-" + use, live), List.of(tests));
    }

    private static DevicesPanel trial(String title, String icon, LiveView live) {
        return new DevicesPanel.Trial(
                title,
                "Balance au sol · " + SERIAL,
                icon,
                new Live("etat-SCALE", live),
                "Posez un objet dessus : le poids doit être celui de l’afficheur.",
                List.of(
                        new Test("/appareils/zero", "Mettre à zéro", "arrow-back-up"),
                        new Test("/appareils/tare", "Tare", "box")));
    }

    private static DevicesPanel drawer(LiveView live, String advice, String word) {
        return new DevicesPanel.Trial(
                "Tiroir",
                "Epson TM-T20",
                "cash",
                new Live("etat-tiroir", live),
                advice,
                List.of(
                        new Test("/appareils/contact/vu", word, "check"),
                        new Test("/appareils/tiroir", "Ouvrir le tiroir", "cash")));
    }

    private static DevicesPanel choosing() {
        return new DevicesPanel.Choosing(
                "SCALE",
                "Balance",
                "scale",
                List.of(
                        new KnownView("SOL", "Balance au sol", SERIAL, true),
                        new KnownView("TABLE", "Petite balance de la table de tri du fond", "USB 0922:8003", false),
                        new KnownView("QUAI", "Quai", "réseau, 192.168.1.40, port 4001", false),
                        new KnownView("BIJOUX", "Bijoux", "port série COM3, 4800 7E1", false),
                        new KnownView("PRETEE", "Balance prêtée", "port série ttyUSB3, 2400 7E1", false)),
                "Ne pas en utiliser",
                true,
                "Ajouter une balance");
    }

    private static DevicesPanel where(int count) {
        List<ChoiceView> found = List.of(
                new ChoiceView("a", "METTLER TOLEDO PS60", "USB 0eb8:f000", "plug-connected", false),
                new ChoiceView(
                        "b", "Port série usb-FTDI_FT232R_USB_UART_AB0JQ8-if00-port0", "FT232R USB UART", "plug", false),
                new ChoiceView("c", "Port série ttyS0", "Physical Port S0", "plug", false),
                new ChoiceView("d", "Port série ttyS1", "Physical Port S1", "plug", false),
                new ChoiceView("e", "Quai", "réseau, 192.168.1.40, port 4001", "plug-connected", false),
                new ChoiceView(
                        "f", "Balance au sol (simulée)", "réseau, 127.0.0.1, port 40121", "plug-connected", false));
        return new DevicesPanel.Where(
                "Où est la balance ?",
                "scale",
                count == 0
                        ? "Branchez-la et allumez-la, ou tapez son adresse."
                        : "Touchez son nom, ou tapez son adresse.",
                found.subList(0, count),
                count == 0
                        ? List.of()
                        : List.of("DYMO M10 : le système refuse de l’ouvrir. Voyez les droits dans docs/devices.md."),
                "192.168.1.40:4001, COM3 ou /dev/ttyUSB0",
                "");
    }

    private static DevicesPanel protocols(List<ChipView> lines) {
        List<Preview> previews = List.of(
                preview("STGS", "ST/GS en continu (A&D, AD-4404, CAS 22 octets…)", STABLE),
                preview("DINI_ARGEO", "ST/GS en continu, commandes ZERO et TARE (Dini Argeo…)", STABLE),
                preview("MTSICS", "MT-SICS ou KCP (Mettler-Toledo, KERN…)", LiveView.away("PAS CE LANGAGE", "")),
                preview("METTLER_8217", "8217 (Mettler-Toledo de caisse et compatibles)", NOTHING),
                preview("CAS_ECR", "ECR (CAS AP, ER, PD, SW ; Ohaus Aviator)", NOTHING),
                preview("NCI", "NCI, SCP-01 (Avery Weigh-Tronix, Brecknell…)", LiveView.away("PAS CE LANGAGE", "")),
                preview("GRAM", "PC0 (Gram, Baxtran)", NOTHING),
                preview(
                        "OHAUS",
                        "Ohaus (Defender, Ranger, Valor…)",
                        LiveView.wait("BOUGE", "").reading("12,340\u202fkg")),
                preview("ADAM", "Adam Equipment, commande P (AZextra…)", NOTHING));
        return new DevicesPanel.Protocols(
                SERIAL,
                new Live(
                        "lu", LiveView.wait("J’ÉCOUTE", "Reçu : ST,GS,+0012.34kg\\x0d\\x0aST,GS,+0012.34kg\\x0d\\x0a")),
                lines,
                previews);
    }

    private static Preview preview(String protocol, String name, LiveView live) {
        return new Preview(protocol, name, protocol.equals("STGS"), new Live("lu-" + protocol, live));
    }

    private static DevicesPanel plate() {
        return new DevicesPanel.Plate(
                "Balance au sol",
                List.of(
                        new ChipView("I", "I", false),
                        new ChipView("II", "II", false),
                        new ChipView("III", "III", true),
                        new ChipView("IIII", "IIII", false),
                        new ChipView("NONE", "Aucune", false)),
                "150",
                "0,4",
                "20",
                "",
                "ST/GS en continu (A&D, AD-4404, CAS 22 octets…) · " + SERIAL);
    }

    private static DevicesPanel scanner() {
        return new DevicesPanel.Setup(
                "Lecteur de codes",
                "scan",
                SERIAL,
                "Lisez un code-barres : il s’affiche ici.",
                Optional.of(new Live("lu", LiveView.good("PRÊT", "Lisez un code."))),
                List.of(List.of(new Row("Vitesse", "line", "/appareils/ligne", LINES))),
                Optional.empty(),
                "");
    }

    private static Row speed() {
        return new Row(
                "Vitesse",
                "line",
                "/appareils/ligne",
                List.of(
                        new ChipView("9600/8N1", "9600", true),
                        new ChipView("19200/8N1", "19200", false),
                        new ChipView("38400/8N1", "38400", false),
                        new ChipView("115200/8N1", "115200", false)));
    }

    private static Row flow() {
        return new Row(
                "Flux",
                "flow",
                "/appareils/controle-de-flux",
                List.of(
                        new ChipView("NONE", "Aucun", false),
                        new ChipView("RTS_CTS", "RTS/CTS", true),
                        new ChipView("XON_XOFF", "XON/XOFF", false)));
    }

    private static DevicesPanel printer() {
        Row codes = new Row(
                "Accents",
                "codes",
                "/appareils/accents",
                List.of(
                        new ChipView("WPC1252", "16", true),
                        new ChipView("ISO8859_15", "40", false),
                        new ChipView("CP858", "19", false),
                        new ChipView("CP850", "2", false),
                        new ChipView("CP437", "0", false)));
        Row paper = new Row(
                "Papier",
                "paper",
                "/appareils/papier",
                List.of(new ChipView("MM58", "58\u202fmm", false), new ChipView("MM80", "80\u202fmm", true)));
        Row drawer = new Row(
                "Tiroir",
                "drawer",
                "/appareils/avec-tiroir",
                List.of(new ChipView("true", "Oui", true), new ChipView("false", "Non", false)));
        return new DevicesPanel.Setup(
                "Imprimante de tickets",
                "printer",
                SERIAL,
                "Imprimez la page d’essai. Accents : touchez le numéro de la première ligne juste.",
                Optional.empty(),
                List.of(List.of(speed(), flow()), List.of(codes, paper), List.of(drawer)),
                Optional.of(new Test("/appareils/essai", "Page d’essai", "receipt")),
                "Caisse 1");
    }

    private static DevicesPanel labels() {
        Row language = new Row(
                "Langue",
                "language",
                "/appareils/langue",
                List.of(
                        new ChipView("ESC_POS", "Rouleau de tickets", false),
                        new ChipView("ZPL", "ZPL (Zebra)", true),
                        new ChipView("TSPL", "TSPL (TSC)", false)));
        Row format = new Row(
                "Étiquette",
                "format",
                "/appareils/format",
                List.of(
                        new ChipView("50x30", "50\u202f×\u202f30\u202fmm", false),
                        new ChipView("57x32", "57\u202f×\u202f32\u202fmm", true),
                        new ChipView("60x40", "60\u202f×\u202f40\u202fmm", false),
                        new ChipView("100x50", "100\u202f×\u202f50\u202fmm", false)));
        Row resolution = new Row(
                "Finesse",
                "resolution",
                "/appareils/finesse",
                List.of(new ChipView("DPI203", "203\u202fdpi", true), new ChipView("DPI300", "300\u202fdpi", false)));
        return new DevicesPanel.Setup(
                "Imprimante d’étiquettes",
                "tag",
                SERIAL,
                "Imprimez l’étiquette d’essai\u202f: elle doit tenir dans ses bords.",
                Optional.empty(),
                List.of(List.of(speed(), flow()), List.of(language), List.of(format, resolution)),
                Optional.of(new Test("/appareils/essai", "Page d’essai", "receipt")),
                "Zebra de l’atelier");
    }

    static FramesView frames() {
        List<LineView> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String second = "14:02:%02d,".formatted(31 - i);
            lines.add(new LineView(
                    second + "412", Way.IN, "02 20 31 32 2e 33 34 30 6b 67 0d 0a", "\\x02 12.340kg\\x0d\\x0a"));
            lines.add(new LineView(second + "380", Way.OUT, "57 0d", "W\\x0d"));
        }
        lines.add(new LineView("14:01:58,207", Way.OPENED, "", ""));
        lines.add(new LineView("14:01:40,007", Way.FAILED, "", "no such port: /dev/ttyUSB0"));
        lines.add(new LineView("14:01:39,950", Way.CLOSED, "", ""));
        return new FramesView(
                "Arcueil · Poste 1",
                List.of(
                        new ChipView("balance.SOL", "Balance au sol", true),
                        new ChipView("lecteur.UN", "Douchette de la caisse", false),
                        new ChipView("imprimante.UN", "Epson TM-T20", false),
                        new ChipView("essai", "À l’essai", false)),
                lines,
                "/trames/texte?appareil=balance.SOL",
                "");
    }
}

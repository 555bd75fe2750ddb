package fr.lamine.day;

import fr.lamine.pos.web.view.ControlView;
import fr.lamine.pos.web.view.ControlView.Archive;
import fr.lamine.pos.web.view.ControlView.Closing;
import fr.lamine.pos.web.view.ControlView.Line;
import fr.lamine.pos.web.view.ControlView.Period;
import java.util.List;
import java.util.Optional;

/// The controller's page of a till that has closed a month, with an archive just made.
final class ControlFixture {

    private static final String HEX = "8f14e45f 9a0b1c2d 3e4f5a6b 7c8d9e0f 10213243 54657687 98a9bacb dcedfe0f";

    private ControlFixture() {}

    static ControlView view() {
        return new ControlView(
                true,
                "Arcueil · P1",
                "token",
                true,
                "Tout le journal a été relu depuis le démarrage (1 génération) : aucune écriture n’a été changée,"
                        + " retirée ou ajoutée.",
                List.of(
                        new Line("Version du logiciel", "0.1.0", false),
                        new Line("Empreinte de la première clé", HEX, true),
                        new Line("Dernière écriture", "101/1/48213", false),
                        new Line("Son empreinte", HEX, true),
                        new Line("Reçu par le bureau", "jusqu’à l’écriture 101/1/48213, le 02/12/2026 18:04", false),
                        new Line("Total perpétuel net", "184 203,50 €", false),
                        new Line("Total perpétuel absolu", "186 961,10 €", false),
                        new Line(
                                "Numéros donnés",
                                "31 207 tickets, 301 clôtures du jour, 11 du mois, 0 de l’année, 212 duplicatas",
                                false)),
                List.of(
                        new Closing(
                                "Jour 2026-12-01 · n° 301",
                                "01/12/2026 19:02",
                                "142",
                                "1 204,50 €",
                                "186 961,10 €",
                                "0"),
                        new Closing(
                                "Mois 2026-11 · n° 11",
                                "01/12/2026 09:58",
                                "3 104",
                                "18 310,20 €",
                                "185 756,60 €",
                                "1")),
                List.of(
                        new Period("2026-12-01", "Jour 2026-12-01"),
                        new Period("2026-11", "Mois 2026-11"),
                        new Period("tout", "Tout le journal")),
                "",
                Optional.of(new Archive(
                        "archive-101-2026-12-01-20261202170413.zip",
                        "/controle/archives/archive-101-2026-12-01-20261202170413.zip",
                        "163 écritures",
                        HEX,
                        "./lamine verify archive-101-2026-12-01-20261202170413.zip --key " + HEX.replace(" ", ""))));
    }
}

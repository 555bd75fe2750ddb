package fr.lamine.pos.till;

import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.ApartChoice.Entering;
import fr.lamine.pos.till.ApartChoice.SheetDay;
import fr.lamine.pos.till.ApartChoice.Sheets;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/// The part of the till's page about the paper sheet: printing one, and entering what was sold on one.
final class SheetDesk {

    private final PaperSheets sheets;
    private final ReferenceBook book;
    private final Station station;
    private final TillChoices chosen;
    private final InstantSource clock;

    SheetDesk(PaperSheets sheets, ReferenceBook book, Station station, TillChoices chosen, InstantSource clock) {
        this.sheets = sheets;
        this.book = book;
        this.station = station;
        this.chosen = chosen;
        this.clock = clock;
    }

    /// @param in how a form of the till is answered
    HttpRules routes(HttpRules rules, Function<Function<Form, Optional<BandView>>, Handler> in) {
        return rules.post("/caisse/feuille", in.apply(this::open))
                .post("/caisse/feuille/nouvelle", in.apply(this::print))
                .post("/caisse/feuille/numero", in.apply(this::number))
                .post("/caisse/feuille/commencer", in.apply(this::begin))
                .post("/caisse/feuille/ligne", in.apply(this::line))
                .post("/caisse/feuille/finir", in.apply(this::end));
    }

    private void show(ApartChoice choice) {
        chosen.panel = new TillChoices.Apart(choice);
    }

    private Optional<BandView> open(Form form) {
        chosen.close();
        show(sheets.entry(station).isPresent() ? new Entering() : new Sheets());
        return Optional.empty();
    }

    private Optional<BandView> print(Form form) {
        Answer answer = sheets.print(station, form.token(), clock.instant());
        if (answer instanceof Answer.Done(var sheet, var _)) {
            show(new SheetDay(sheet));
            return Optional.empty();
        }
        return Bands.of(answer);
    }

    private Optional<BandView> number(Form form) {
        Optional<String> sheet = form.filled("sheet", 20)
                .or(() -> form.filled("entry", 12))
                .map(typed -> typed.replace("-", ""))
                .flatMap(PaperRules::sheet);
        if (sheet.isEmpty()) {
            return Bands.refused(Refusal.BAD_SHEET);
        }
        show(new SheetDay(sheet.get()));
        return Optional.empty();
    }

    private Optional<BandView> begin(Form form) {
        if (!(chosen.panel instanceof TillChoices.Apart(SheetDay(var sheet)))) {
            return Bands.refused(Refusal.NO_SHEET);
        }
        LocalDate today = book.current().businessDay(station.site(), clock.instant());
        Optional<LocalDate> day = form.filled("day", 10)
                .map(SheetDesk::date)
                .or(() -> form.filled("entry", 12).flatMap(typed -> PaperRules.day(typed, today)));
        return changed(sheets.begin(station, form.token(), Optional.of(sheet), day, clock.instant()));
    }

    private Optional<BandView> line(Form form) {
        String typed = form.text("entry", 12);
        int line = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
        return changed(sheets.line(station, form.token(), line, clock.instant()));
    }

    private Optional<BandView> end(Form form) {
        return changed(sheets.end(station, form.token(), clock.instant()));
    }

    private Optional<BandView> changed(Answer answer) {
        if (answer instanceof Answer.Done) {
            chosen.close();
            chosen.sold = Optional.empty();
        }
        return Bands.of(answer);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw BadRequest.malformed("not a day: " + e.getMessage());
        }
    }
}

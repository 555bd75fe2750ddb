package fr.lamine.pos.till;

import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ApartPanel;
import fr.lamine.pos.web.view.ChoiceView;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The paper sheet, as the till shows it.
final class SheetPicture {

    private static final int DAYS = 6;

    private final PaperSheets sheets;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;
    private final InstantSource clock;

    SheetPicture(PaperSheets sheets, ReferenceBook book, Station station, Texts texts, InstantSource clock) {
        this.sheets = sheets;
        this.book = book;
        this.station = station;
        this.texts = texts;
        this.clock = clock;
    }

    /// What tickets are entered from; empty while they are sales of now.
    Optional<String> mark() {
        return sheets.entry(station)
                .map(entry -> texts.get("sheet.mark", entry.sheet(), entry.line(), French.day(entry.day())));
    }

    /// Less than the mark, for the list of what else is done.
    String entering() {
        return sheets.entry(station)
                .map(entry -> texts.get("sheet.entering", entry.sheet()))
                .orElse("");
    }

    ApartPanel choosing() {
        return new ApartPanel.Sheets(sheets.printed().stream()
                .map(sheet -> new ChoiceView(sheet, sheet, "", "writing", false))
                .toList());
    }

    ApartPanel day(String sheet) {
        LocalDate today = book.current().businessDay(station.site(), clock.instant());
        List<ChoiceView> days = IntStream.range(0, DAYS)
                .mapToObj(today::minusDays)
                .map(day -> new ChoiceView(
                        day.toString(),
                        French.day(day),
                        day.equals(today) ? texts.get("sheet.today") : "",
                        "calendar",
                        false))
                .toList();
        return new ApartPanel.SheetDay(sheet, days, sheets.wasPrinted(sheet));
    }

    ApartPanel entry() {
        return sheets.entry(station)
                .<ApartPanel>map(entry ->
                        new ApartPanel.Entering(entry.sheet(), French.day(entry.day()), French.count(entry.line())))
                .orElseGet(this::choosing);
    }
}

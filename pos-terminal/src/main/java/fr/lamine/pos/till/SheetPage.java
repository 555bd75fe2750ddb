package fr.lamine.pos.till;

import fr.lamine.model.catalog.Catalog;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.site.Site;
import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.CategoryTiles;
import fr.lamine.pos.web.Pages;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.SheetView;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The paper sheet as a page of its own, to be printed through the browser: the category keys with their posted prices
/// as they stand on the till's screen, lines, tenders, and the place for a manager's signature.
final class SheetPage {

    static final String PATH = "/feuille/{sheet}";

    private static final int LINES = 15;

    private final PaperSheets sheets;
    private final ReferenceBook book;
    private final Station station;
    private final JournalKind kind;
    private final Texts texts;
    private final InstantSource clock;
    private final Pages pages;

    SheetPage(
            PaperSheets sheets,
            ReferenceBook book,
            Station station,
            JournalKind kind,
            Texts texts,
            InstantSource clock) {
        this.sheets = sheets;
        this.book = book;
        this.station = station;
        this.kind = kind;
        this.texts = texts;
        this.clock = clock;
        this.pages = new Pages(texts);
    }

    void show(ServerRequest request, ServerResponse response) {
        String sheet = request.path().pathParameters().get("sheet");
        if (station.operator().isEmpty() || !sheet.matches("[0-9]{3}-[0-9]{4}") || !sheets.wasPrinted(sheet)) {
            throw BadRequest.notFound(request.path().path());
        }
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=UTF-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(pages.sheet(view(sheet)));
    }

    private SheetView view(String sheet) {
        Catalog catalog = book.current().catalog();
        LocalDate today = book.current().businessDay(station.site(), clock.instant());
        return new SheetView(
                sheet,
                catalog.site(station.site())
                        .map(Site::name)
                        .orElse(station.site().code()),
                texts.get("sheet.printed", French.day(today)),
                kind != JournalKind.REAL,
                CategoryTiles.all(catalog).stream()
                        .map(category -> key(category, catalog, today))
                        .toList(),
                IntStream.rangeClosed(1, LINES).boxed().toList(),
                Stream.of(Tender.CASH, Tender.CARD, Tender.CHEQUE, Tender.VOUCHER)
                        .map(texts::word)
                        .toList());
    }

    private static SheetView.Key key(Category category, Catalog catalog, LocalDate today) {
        return new SheetView.Key(
                category.name(),
                category.icon(),
                catalog.prices(category, today).stream().map(French::amount).collect(Collectors.joining(" · ")));
    }
}

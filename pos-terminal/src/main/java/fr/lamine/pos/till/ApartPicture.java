package fr.lamine.pos.till;

import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ApartPanel;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands beside the sale at hand, as it is shown.
final class ApartPicture {

    private final Holds holds;
    private final PickUps pickUps;
    private final PickUpPicture aside;
    private final SheetPicture sheets;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;

    ApartPicture(Holds holds, PickUps pickUps, SheetPicture sheets, ReferenceBook book, Station station, Texts texts) {
        this.holds = holds;
        this.pickUps = pickUps;
        this.sheets = sheets;
        this.aside = new PickUpPicture(pickUps, book, station, texts);
        this.book = book;
        this.station = station;
        this.texts = texts;
    }

    ApartPanel panel(ApartChoice choice, OpenTicket ticket, int page) {
        return switch (choice) {
            case ApartChoice.More _ -> more(ticket);
            case ApartChoice.Held _ ->
                new ApartPanel.Held(holds.waiting().stream().map(this::held).toList());
            case ApartChoice.Later later ->
                ticket.line(later.line()).map(line -> aside.later(later, line)).orElseGet(() -> more(ticket));
            case ApartChoice.Deposit(var id) ->
                ticket.line(id).map(aside::deposit).orElseGet(() -> more(ticket));
            case ApartChoice.PickUpList _ -> aside.list(page);
            case ApartChoice.OnePickUp(var code) ->
                pickUps.find(code).map(aside::one).orElseGet(() -> aside.list(page));
            case ApartChoice.Reserved(var item, var sentence) -> new ApartPanel.Reserved(item.digits(), sentence);
            case ApartChoice.Sheets _ -> sheets.choosing();
            case ApartChoice.SheetDay(var sheet) -> sheets.day(sheet);
            case ApartChoice.Entering _ -> sheets.entry();
        };
    }

    GoView go(ApartChoice choice) {
        return GoView.allowed(
                switch (choice) {
                    case ApartChoice.Deposit _ -> texts.get("deposit.typed");
                    case ApartChoice.Sheets _ -> texts.get("sheet.numberTyped");
                    case ApartChoice.SheetDay _ -> texts.get("sheet.dayTyped");
                    case ApartChoice.Entering _ -> texts.get("sheet.lineTyped");
                    case ApartChoice.More _,
                            ApartChoice.Held _,
                            ApartChoice.Later _,
                            ApartChoice.Reserved _,
                            ApartChoice.PickUpList _,
                            ApartChoice.OnePickUp _ -> "";
                });
    }

    /// What tickets are entered from; empty while they are sales of now.
    Optional<String> mark() {
        return sheets.mark();
    }

    /// `2 en attente`; empty when none is.
    Optional<String> held() {
        int waiting = holds.waiting().size();
        return waiting == 0 ? Optional.empty() : Optional.of(texts.count("held.count", waiting));
    }

    private ApartPanel more(OpenTicket ticket) {
        List<ChoiceView> things = new ArrayList<>();
        things.add(thing("code", "barcode", ""));
        things.add(thing("reprise", "receipt", ""));
        things.add(thing("attente/liste", "clock-pause", held().orElse("")));
        things.add(thing("retraits", "package", aside.waiting().orElse("")));
        things.add(thing("feuille", "writing", sheets.entering()));
        return new ApartPanel.More(things, !ticket.lines().isEmpty());
    }

    private ChoiceView thing(String path, String icon, String detail) {
        return new ChoiceView(path, texts.get("more." + path.replace('/', '.')), detail, icon, false);
    }

    private ChoiceView held(HeldTicket held) {
        OpenTicket ticket = held.ticket();
        String time = French.time(held.at(), zone());
        return new ChoiceView(
                Long.toString(held.id()),
                texts.get("held.at", time, French.euros(ticket.total())),
                texts.get(
                        "held.by",
                        texts.count("held.lines", ticket.allLines()),
                        held.operator().code()),
                "clock-pause",
                false);
    }

    private ZoneId zone() {
        return book.current().zone(station.site());
    }
}

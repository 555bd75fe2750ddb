package fr.lamine.pos.till;

import fr.lamine.model.text.French;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.till.ApartChoice.Later;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ApartPanel;
import fr.lamine.pos.web.view.ChoiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Goods that are put aside, as they are shown.
final class PickUpPicture {

    private static final int SHOWN = 6;

    private final PickUps pickUps;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;

    PickUpPicture(PickUps pickUps, ReferenceBook book, Station station, Texts texts) {
        this.pickUps = pickUps;
        this.book = book;
        this.station = station;
        this.texts = texts;
    }

    /// `3 attendent`; empty when nothing does.
    Optional<String> waiting() {
        int waiting = pickUps.waiting().size();
        return waiting == 0 ? Optional.empty() : Optional.of(texts.count("pickup.count", waiting));
    }

    ApartPanel later(Later later, TicketLine line) {
        return new ApartPanel.Later(
                line.label(),
                French.euros(line.total()),
                Stream.of(PickUpPlace.values())
                        .map(p -> choice(p.name(), p.words(), p == later.place()))
                        .toList(),
                Stream.of(PickUpState.values())
                        .map(s -> choice(s.name(), s.words(), s == later.state()))
                        .toList(),
                Stream.of(PickUpTerm.values())
                        .map(t -> choice(t.name(), t.words(), t == later.term()))
                        .toList(),
                line.later().isPresent());
    }

    private static ChoiceView choice(String code, String words, boolean chosen) {
        return new ChoiceView(code, words, "", "package", chosen);
    }

    ApartPanel deposit(TicketLine line) {
        return new ApartPanel.Deposit(line.label(), French.euros(line.total()));
    }

    ApartPanel list(int page) {
        List<PickUps.Waiting> all = pickUps.waiting();
        int last = Math.max(0, Math.ceilDiv(all.size(), SHOWN) - 1);
        int shown = Math.clamp(page, 0, last);
        return new ApartPanel.PickUps(
                all.subList(shown * SHOWN, Math.min(all.size(), (shown + 1) * SHOWN)).stream()
                        .map(this::row)
                        .toList(),
                shown == 0 ? OptionalInt.empty() : OptionalInt.of(shown - 1),
                shown == last ? OptionalInt.empty() : OptionalInt.of(shown + 1));
    }

    private ChoiceView row(PickUps.Waiting waiting) {
        return new ChoiceView(
                waiting.pickUp().code(),
                waiting.goods().label(),
                texts.get("pickup.row", waiting.pickUp().place(), until(waiting)),
                "package",
                false);
    }

    private String until(PickUps.Waiting waiting) {
        return waiting.pickUp()
                .until()
                .map(day -> texts.get("pickup.until", French.day(day)))
                .orElseGet(() -> texts.get("pickup.open"));
    }

    ApartPanel one(PickUps.Waiting waiting) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("pickup.place", waiting.pickUp().place()));
        lines.add(texts.get("pickup.state", waiting.pickUp().state()));
        lines.add(until(waiting));
        String paid = French.day(waiting.fact()
                .context()
                .occurredAt()
                .atZone(book.current().zone(station.site()))
                .toLocalDate());
        lines.add(texts.get("pickup.paid", paid, French.count(waiting.fact().ticket())));
        return new ApartPanel.PickUp(
                waiting.pickUp().code(),
                waiting.goods().label(),
                French.count(waiting.goods().pieces()),
                lines);
    }
}

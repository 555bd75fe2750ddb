package fr.lamine.pos.weighin;

import fr.lamine.model.text.French;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.ParkedView;
import fr.lamine.pos.web.view.ParkedView.Card;
import fr.lamine.pos.web.view.WeighInPanel;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Things that are kept for later, as they are shown.
final class ParkPicture {

    private final ParkedThings parked;
    private final Texts texts;
    private final InstantSource clock;

    ParkPicture(ParkedThings parked, Texts texts, InstantSource clock) {
        this.parked = parked;
        this.texts = texts;
        this.clock = clock;
    }

    ParkedView view(WeighInChoices chosen, ZoneId zone) {
        return new ParkedView(parked.count(), chosen.taken.map(thing -> card(thing, zone)));
    }

    WeighInPanel.Camera camera(WeighInChoices chosen) {
        List<ChoiceView> reasons = Arrays.stream(ParkedFor.values())
                .map(reason ->
                        new ChoiceView(reason.name(), texts.word(reason), "", icon(reason), reason == chosen.reason))
                .toList();
        return new WeighInPanel.Camera(
                reasons,
                chosen.photo.map(photo -> "/pesee/photo?vue=" + Integer.toHexString(Arrays.hashCode(photo.jpeg()))));
    }

    WeighInPanel.Parked list(int page, ZoneId zone) {
        List<ParkedThing> all = parked.waiting();
        int pages = Math.max(1, Math.ceilDiv(all.size(), WeighInPanel.Parked.MOST));
        int shown = Math.min(page, pages - 1);
        int from = shown * WeighInPanel.Parked.MOST;
        return new WeighInPanel.Parked(
                all.subList(from, Math.min(all.size(), from + WeighInPanel.Parked.MOST)).stream()
                        .map(thing -> card(thing, zone))
                        .toList(),
                shown > 0 ? OptionalInt.of(shown - 1) : OptionalInt.empty(),
                shown + 1 < pages ? OptionalInt.of(shown + 1) : OptionalInt.empty());
    }

    private Card card(ParkedThing thing, ZoneId zone) {
        int days = (int) Math.max(
                0,
                ChronoUnit.DAYS.between(
                        thing.since().atZone(zone).toLocalDate(),
                        clock.instant().atZone(zone).toLocalDate()));
        return new Card(
                Long.toString(thing.id()),
                texts.word(thing.reason()),
                French.kg(thing.mass()),
                texts.count("weigh.parkedSince", days),
                thing.pictured());
    }

    private static String icon(ParkedFor reason) {
        return switch (reason) {
            case ASK -> "question-mark";
            case TEST -> "plug";
            case REPAIR -> "tool";
            case CLEAN -> "wash-machine";
            case COMPLETE -> "plus";
            case VALUE -> "tag";
        };
    }
}

package fr.lamine.pos.control;

import fr.lamine.model.archive.ArchiveLabel;
import fr.lamine.model.journal.Head;
import fr.lamine.model.sale.PerpetualTotals;
import fr.lamine.model.text.French;
import fr.lamine.model.till.ClosingKind;
import fr.lamine.pos.store.ChainAudit;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ControlView;
import fr.lamine.pos.web.view.ControlView.Closing;
import fr.lamine.pos.web.view.ControlView.Line;
import fr.lamine.pos.web.view.ControlView.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands on the controller's page.
final class ControlPicture {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int DAYS = 14;
    private static final int MONTHS = 12;
    private static final int YEARS = 6;

    private final TerminalStore store;
    private final Archives archives;
    private final ChainAudit audit;
    private final String version;
    private final Texts texts;

    ControlPicture(TerminalStore store, Archives archives, ChainAudit audit, String version, Texts texts) {
        this.store = store;
        this.archives = archives;
        this.audit = audit;
        this.version = version;
        this.texts = texts;
    }

    ControlView locked(String place) {
        return new ControlView(false, place, "", true, "", List.of(), List.of(), List.of(), "", Optional.empty());
    }

    ControlView view(String place, String token, String said, Optional<ControlView.Archive> archive) {
        ClosingChain chain = new ClosingChain(store);
        List<ClosingChain.Closed> days = chain.last(ClosingKind.DAY, DAYS);
        List<ClosingChain.Closed> months = chain.last(ClosingKind.MONTH, MONTHS);
        List<ClosingChain.Closed> years = chain.last(ClosingKind.YEAR, YEARS);
        List<Closing> closings = Stream.of(
                        days.stream().limit(5),
                        months.stream().limit(3),
                        years.stream().limit(2))
                .flatMap(all -> all)
                .sorted(Comparator.comparing(ClosingChain.Closed::id).reversed())
                .map(this::closing)
                .toList();
        return new ControlView(
                true,
                place,
                token,
                audit.broken().isEmpty(),
                check(),
                facts(),
                closings,
                periods(Stream.of(days, months, years).flatMap(List::stream).toList()),
                said,
                archive);
    }

    private String check() {
        int all = store.generations().size();
        if (audit.broken().isPresent()) {
            return texts.get("control.broken", audit.broken().get());
        }
        return audit.checked() < all
                ? texts.get("control.checking", audit.checked(), all)
                : texts.get("control.sound", French.count(all));
    }

    private List<Line> facts() {
        Head head = store.head();
        PerpetualTotals totals = store.totals();
        List<Line> facts = new ArrayList<>();
        facts.add(new Line(texts.get("control.version"), version, false));
        facts.add(new Line(texts.get("control.firstKey"), grouped(archives.fingerprint()), true));
        store.key(head.journal().generation())
                .map(key -> key.verifyingKey().fingerprint())
                .filter(now -> !now.equals(archives.fingerprint()))
                .ifPresent(now -> facts.add(new Line(texts.get("control.key"), grouped(now), true)));
        facts.add(new Line(texts.get("control.head"), head.journal() + "/" + head.seq(), false));
        facts.add(new Line(texts.get("control.headHash"), grouped(head.hash()), true));
        facts.add(new Line(texts.get("control.received"), received(), false));
        facts.add(new Line(texts.get("control.net"), French.euros(totals.net()), false));
        facts.add(new Line(texts.get("control.absolute"), French.euros(totals.absolute()), false));
        facts.add(new Line(
                texts.get("control.numbers"),
                texts.get(
                        "control.numbersAre",
                        French.count(totals.tickets()),
                        French.count(totals.days()),
                        French.count(totals.months()),
                        French.count(totals.years()),
                        French.count(totals.copies())),
                false));
        return facts;
    }

    private String received() {
        return store.lastReceipt()
                .map(r -> texts.get(
                        "control.receivedTo",
                        r.head().journal() + "/" + r.head().seq(),
                        when(r.at())))
                .orElseGet(() -> texts.get("control.receivedNone"));
    }

    private Closing closing(ClosingChain.Closed closed) {
        var fact = closed.fact();
        return new Closing(
                name(fact.kind(), fact.period(), fact.number()),
                when(fact.context().occurredAt()),
                French.count(fact.totals().tickets()),
                French.euros(fact.totals().net()),
                French.euros(fact.perpetual().absolute()),
                French.count(fact.failures()));
    }

    private List<Period> periods(List<ClosingChain.Closed> closed) {
        List<Period> periods = new ArrayList<>();
        closed.stream()
                .map(c -> c.fact().period())
                .distinct()
                .forEach(period ->
                        periods.add(new Period(period, texts.get("control.period." + kind(period), period))));
        periods.add(new Period(ArchiveLabel.WHOLE, texts.get("control.period.whole")));
        return periods;
    }

    private static ClosingKind kind(String period) {
        return Stream.of(ClosingKind.values())
                .filter(kind -> kind.isPeriod(period))
                .findFirst()
                .orElseThrow();
    }

    private String name(ClosingKind kind, String period, int number) {
        return texts.get("control.closing." + kind, period, number);
    }

    private static String when(Instant at) {
        return French.day(at.atZone(ZONE).toLocalDate()) + " " + French.time(at, ZONE);
    }

    /// In fours, to be compared by eye.
    static String grouped(String hex) {
        return hex.replaceAll("(.{8})(?!$)", "$1 ");
    }
}

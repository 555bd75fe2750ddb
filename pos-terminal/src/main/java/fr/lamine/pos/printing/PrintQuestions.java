package fr.lamine.pos.printing;

import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.model.catalog.Category;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.item.ScannedCode.PriceTag;
import fr.lamine.model.text.French;
import fr.lamine.pos.printing.PrintJob.Kind;
import fr.lamine.pos.printing.PrintJob.State;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.Posts;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.AskView;
import fr.lamine.pos.web.view.BandView;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/// What the queue asks people, on every screen: first what may be out already, then what waited too long, then what
/// cannot come out.
public final class PrintQuestions {

    private static final String YES = "/impression/sorti";
    private static final String AGAIN = "/impression/encore";
    private static final String PRINT = "/impression/imprimer";
    private static final String CANCEL = "/impression/annuler";

    private static final int LONGEST_TITLE = 22;

    private final TerminalStore store;
    private final PrintQueue queue;
    private final Runnable wake;
    private final ReferenceBook book;
    private final Station station;
    private final Texts texts;
    private final InstantSource clock;

    /// @param wake tells the printers that there is something to do
    public PrintQuestions(
            TerminalStore store,
            PrintQueue queue,
            Runnable wake,
            ReferenceBook book,
            Station station,
            Texts texts,
            InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.wake = wake;
        this.book = book;
        this.station = station;
        this.texts = texts;
        this.clock = clock;
    }

    public HttpService routes(Posts posts) {
        return (HttpRules rules) -> rules.post(YES, posts.open(form -> answer(form, this::cameOut)))
                .post(AGAIN, posts.open(form -> answer(form, this::isPrintedAgain)))
                .post(PRINT, posts.open(form -> answer(form, this::isWanted)))
                .post(CANCEL, posts.open(form -> answer(form, this::isNotWanted)));
    }

    /// The most pressing of them.
    public Optional<AskView> view() {
        List<PrintJob> open = queue.open(station.code());
        return open.stream()
                .filter(job -> job.state() == State.DOUBTFUL)
                .findFirst()
                .map(this::doubt)
                .or(() -> papers(open, State.HELD).map(this::held))
                .or(() -> papers(open, State.WAITING)
                        .filter(jobs -> jobs.getFirst().trouble().isPresent())
                        .map(this::waiting));
    }

    private static Optional<List<PrintJob>> papers(List<PrintJob> open, State state) {
        return Optional.of(open.stream()
                        .filter(job -> job.state() == state && job.kind() != Kind.DRAWER)
                        .toList())
                .filter(jobs -> !jobs.isEmpty());
    }

    private AskView doubt(PrintJob job) {
        String id = Long.toString(job.id());
        return new AskView(
                "doubt-" + id + "-" + job.wantedAt().toEpochMilli(),
                texts.get(isOut(job.kind()), name(job)),
                why(job),
                List.of(
                        new AskView.Answer(texts.get("ask.yes"), YES, id, "KeyO"),
                        new AskView.Answer(texts.get("ask.again"), AGAIN, id, "KeyN")));
    }

    private static String isOut(Kind kind) {
        return switch (kind) {
            case LABEL, PRICE_TAG -> "ask.label";
            case RECEIPT -> "ask.receipt";
            case CLOSING, READING, BANK_SLIP, VOUCHER, PICK_UP, OUTFLOW, TRANSFER, DRAWER -> "ask.paper";
        };
    }

    private static String theOne(Kind kind) {
        return switch (kind) {
            case LABEL, PRICE_TAG -> "ask.aLabel";
            case RECEIPT -> "ask.aReceipt";
            case CLOSING, READING, BANK_SLIP, VOUCHER, PICK_UP, OUTFLOW, TRANSFER, DRAWER -> "ask.aPaper";
        };
    }

    private AskView held(List<PrintJob> jobs) {
        String newest = Long.toString(jobs.getLast().id());
        return new AskView(
                "held-" + newest,
                texts.get("ask.held", names(jobs), since(jobs.getFirst().createdAt())),
                texts.get("ask.still"),
                List.of(
                        new AskView.Answer(texts.get("ask.print"), PRINT, newest, "KeyO"),
                        new AskView.Answer(texts.get("ask.no"), CANCEL, newest, "KeyN")));
    }

    private AskView waiting(List<PrintJob> jobs) {
        String newest = Long.toString(jobs.getLast().id());
        return new AskView(
                "waiting-" + jobs.getFirst().id() + "-"
                        + jobs.getFirst().trouble().orElse(""),
                texts.get(waitingWords(jobs), names(jobs)),
                why(jobs.getFirst()),
                List.of(new AskView.Answer(texts.get("ask.cancel"), CANCEL, newest, "KeyN")));
    }

    private static String waitingWords(List<PrintJob> jobs) {
        if (jobs.size() > 1) {
            return "ask.waitSome";
        }
        if (!jobs.getFirst().begun()) {
            return "ask.waits";
        }
        return jobs.getFirst().kind().role() == PrintRole.LABEL ? "ask.half.label" : "ask.half.receipt";
    }

    private String names(List<PrintJob> jobs) {
        if (jobs.size() > 1) {
            return texts.count("ask.prints", jobs.size());
        }
        PrintJob only = jobs.getFirst();
        return texts.get(theOne(only.kind()), name(only));
    }

    /// The number of a receipt, the words of a label.
    private String name(PrintJob job) {
        Optional<Fact> fact = job.fact().flatMap(store::fact);
        if (job.tag().isPresent() && ScannedCode.parse(job.tag().get(), List.of()) instanceof PriceTag tag) {
            return shortened(book.current()
                            .catalog()
                            .category(tag.category())
                            .map(Category::name)
                            .orElse(tag.category().code()))
                    + ", " + French.euros(tag.price());
        }
        if (fact.isPresent() && fact.get() instanceof Fact.Sale sale) {
            return French.count(sale.ticket());
        }
        if (fact.isPresent() && fact.get() instanceof TillFact.Closing closing) {
            return texts.get("ask.closing", closing.number());
        }
        if (fact.isPresent() && fact.get() instanceof Fact.Labelled label) {
            return shortened(label.title()) + ", " + French.euros(label.piecePrice());
        }
        return texts.get(
                switch (job.kind()) {
                    case BANK_SLIP -> "ask.slip";
                    case OUTFLOW -> "ask.outflow";
                    case TRANSFER -> "ask.transfer";
                    case READING, RECEIPT, VOUCHER, PICK_UP, LABEL, PRICE_TAG, CLOSING, DRAWER -> "ask.reading";
                });
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }

    private String why(PrintJob job) {
        return job.trouble()
                .map(word -> word.equals(PrintJob.CRASH)
                        ? texts.get("ask.crash")
                        : PrintWorker.sentence(PrinterState.valueOf(word)))
                .orElse("");
    }

    /// `14:02`, or the day for another day.
    private String since(Instant moment) {
        ZoneId zone = book.current().zone(station.site());
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return day.equals(LocalDate.ofInstant(clock.instant(), zone)) ? French.time(moment, zone) : French.day(day);
    }

    private Optional<BandView> answer(Form form, ObjLongConsumer<Instant> meaning) {
        if (station.operator().isEmpty()) {
            return Bands.refused(Refusal.NOT_SIGNED_IN);
        }
        String id = form.text("id", 18);
        if (!id.matches("[0-9]{1,18}")) {
            throw BadRequest.malformed("not a print job");
        }
        meaning.accept(clock.instant(), Long.parseLong(id));
        wake.run();
        return Optional.empty();
    }

    private void cameOut(Instant now, long job) {
        queue.answer(job, true, now);
    }

    private void isPrintedAgain(Instant now, long job) {
        queue.answer(job, false, now);
    }

    private void isWanted(Instant now, long upTo) {
        queue.release(station.code(), upTo, now);
    }

    private void isNotWanted(Instant now, long upTo) {
        queue.cancel(station.code(), upTo, now);
    }
}

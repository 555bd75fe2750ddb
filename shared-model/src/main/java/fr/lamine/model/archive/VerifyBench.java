package fr.lamine.model.archive;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.journal.Chain;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.journal.FactTypes;
import fr.lamine.model.journal.Head;
import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.money.Money;
import fr.lamine.model.money.Vat;
import fr.lamine.model.money.VatRegime;
import fr.lamine.model.sale.LineOrigin;
import fr.lamine.model.sale.PriceOrigin;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.till.CashCount;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// `lamine bench verify [N]`: writes a journal of N entries, verifies it, and says how long that takes beside the bare
/// checking of as many signatures and hashes.
public final class VerifyBench {

    private static final int TICKETS_A_DAY = 300;
    private static final int SAMPLE = 20_000;
    private static final int SHARE_WANTED = 90;
    private static final int CHAINED_WANTED = 200_000;
    private static final int CHAINED_TIMES = 10;
    private static final CategoryCode GOODS = new CategoryCode("vaisselle");

    private final SigningKey key = SigningKey.generate();
    private final List<Entry> sample = new ArrayList<>();
    private Head head = Head.empty(JournalId.of(TerminalId.of(901), 1));
    private TillBook book = TillBook.EMPTY;
    private LocalDate today = LocalDate.of(2026, 1, 1);

    private VerifyBench() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 1 || args.length == 1 && !args[0].matches("[1-9][0-9]{1,8}")) {
            System.err.println("Usage : lamine bench verify [N]");
            System.exit(2);
        }
        System.exit(new VerifyBench().run(args.length == 1 ? Long.parseLong(args[0]) : 1_000_000, System.out) ? 0 : 1);
    }

    private boolean run(long entries, PrintStream out) throws IOException {
        Path file = Files.createTempFile("lamine-bench-", ".jsonl");
        try {
            long begun = System.nanoTime();
            write(file, entries);
            out.printf(
                    Locale.FRANCE,
                    "Journal de %,d écritures, %,d Mo, écrit en %,d s.%n",
                    head.seq(),
                    Files.size(file) >> 20,
                    seconds(begun));
            begun = System.nanoTime();
            boolean good =
                    VerifyCommand.verify(file, Optional.of(key.verifyingKey().fingerprint()), out);
            long taken = System.nanoTime() - begun;
            Runtime machine = Runtime.getRuntime();
            long memory = (machine.totalMemory() - machine.freeMemory()) >> 20;
            long plain = plain();
            long chain = chain();
            long each = taken / head.seq();
            out.printf(
                    Locale.FRANCE,
                    "Vérifié en %,d s : %,d écritures par seconde, sur %d cœurs.%n",
                    taken / 1_000_000_000,
                    1_000_000_000 / Math.max(1, each),
                    machine.availableProcessors());
            out.printf(
                    Locale.FRANCE,
                    "Mémoire : %,d Mo occupés à la fin, %,d Mo permis.%n",
                    memory,
                    machine.maxMemory() >> 20);
            out.printf(
                    Locale.FRANCE,
                    "SHA-256 et ECDSA seuls : %,d par seconde ; vérifier atteint %d %% de ce rythme (but : %d %%).%n",
                    1_000_000_000 / Math.max(1, plain),
                    100 * plain / each,
                    SHARE_WANTED);
            out.printf(
                    Locale.FRANCE,
                    "Enchaînement seul : %,d écritures par seconde, %d %% du but de %,d.%n",
                    1_000_000_000 / chain,
                    100 * (1_000_000_000 / chain) / CHAINED_WANTED,
                    CHAINED_WANTED);
            return good;
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file, long entries) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            add(
                    out,
                    new Fact.JournalOpened(
                            context(), JournalKind.DEMO, key.verifyingKey().text()));
            while (head.seq() < entries - 1) {
                int session = book.perpetual().sessions() + 1;
                add(out, new TillFact.TillOpened(context(), session, CashCount.NOTHING, book.left()));
                for (int i = 0; i < TICKETS_A_DAY && head.seq() < entries - 2; i++) {
                    add(out, sale());
                }
                add(out, book.closeDay(context(), CashCount.NOTHING, Optional.empty(), Money.ZERO));
                today = today.plusDays(1);
            }
            add(out, new Fact.Exported(context(), 1, head.seq(), head.hash()));
        }
    }

    private void add(BufferedWriter out, Fact fact) throws IOException {
        Entry entry = Chain.seal(head, fact.context().occurredAt(), FactTypes.typeOf(fact), Json.writeFact(fact), key);
        out.write(Json.write(entry));
        out.write('\n');
        head = head.after(entry);
        book = book.after(new FactId(head.journal(), head.seq()), fact);
        if (sample.size() < SAMPLE) {
            sample.add(entry);
        }
    }

    private Fact.Sale sale() {
        SaleLine line = new SaleLine(
                "Vaisselle",
                Optional.empty(),
                LineOrigin.CATEGORY_KEY,
                GOODS,
                3,
                Money.cents(50),
                PriceOrigin.GRID,
                Money.cents(150),
                Vat.within(Money.cents(150), VatRegime.EXEMPT_261_7, 0),
                Mass.grams(1_200),
                new MassProvenance.Average(1));
        return new Fact.Sale(
                context(),
                book.perpetual().tickets() + 1,
                List.of(line),
                Money.cents(150),
                List.of(new TenderLine(Tender.CARD, Money.cents(150))),
                Money.ZERO,
                book.perpetual().afterTicket(Money.cents(150)));
    }

    private Context context() {
        Instant at = today.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(head.seq() % 30_000);
        return new Context(
                new SiteCode("ARCUEIL"),
                new StationCode("P1"),
                new OperatorCode("AWA"),
                at,
                today,
                Optional.empty(),
                1,
                "bench");
    }

    /// Nanoseconds for the signature and the two hashes of one entry, on all cores.
    private long plain() {
        long begun = System.nanoTime();
        long good = IntStream.range(0, sample.size())
                .parallel()
                .filter(i -> Chain.checkSeal(sample.get(i), key.verifyingKey()).isEmpty())
                .count();
        if (good != sample.size()) {
            throw new IllegalStateException("a seal of our own does not hold");
        }
        return Math.max(1, (System.nanoTime() - begun) / sample.size());
    }

    /// Nanoseconds for the link and the two hashes of one entry, without its signature, on all cores.
    private long chain() {
        long begun = System.nanoTime();
        for (int time = 0; time < CHAINED_TIMES; time++) {
            long good = IntStream.range(1, sample.size())
                    .parallel()
                    .filter(i -> isChained(sample.get(i - 1), sample.get(i)))
                    .count();
            if (good != sample.size() - 1) {
                throw new IllegalStateException("a link of our own does not hold");
            }
        }
        return Math.max(1, (System.nanoTime() - begun) / CHAINED_TIMES / sample.size());
    }

    private static boolean isChained(Entry before, Entry entry) {
        return Chain.sha256(entry.body().getBytes(StandardCharsets.UTF_8)).equals(entry.bodyHash())
                && Chain.sha256(entry.signedText().getBytes(StandardCharsets.UTF_8))
                        .equals(entry.hash())
                && Chain.checkLink(new Head(before.journal(), before.seq(), before.hash()), entry)
                        .isEmpty();
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }
}

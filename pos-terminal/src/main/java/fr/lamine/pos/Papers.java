package fr.lamine.pos;

import fr.lamine.hardware.printer.Document;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.receipt.Issue;
import fr.lamine.model.receipt.ReceiptText;
import fr.lamine.pos.closing.Anomalies;
import fr.lamine.pos.closing.BankPaper;
import fr.lamine.pos.closing.ClosingPaper;
import fr.lamine.pos.closing.PaperHead;
import fr.lamine.pos.closing.ReadingPaper;
import fr.lamine.pos.labelling.LabelPaper;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.till.PickUpPaper;
import fr.lamine.pos.till.Receipt;
import fr.lamine.pos.till.VoucherPaper;
import fr.lamine.pos.transfer.TransferPaper;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.weighin.OutflowPaper;
import fr.lamine.pos.weighin.WeighIns;
import java.util.List;
import java.util.Optional;

/// What each print job puts on paper, made from the journal.
final class Papers {

    private final TerminalStore store;
    private final ReferenceBook book;

    Papers(TerminalStore store, ReferenceBook book) {
        this.store = store;
        this.book = book;
    }

    Optional<Document> of(PrintJob job) {
        return switch (job.kind()) {
            case DRAWER -> Optional.of(Document.of(new Document.Kick()));
            case RECEIPT -> job.fact().flatMap(id -> receipt(id, job));
            case VOUCHER -> job.fact().flatMap(this::voucher);
            case PICK_UP -> job.fact().flatMap(this::pickUp);
            case TRANSFER -> job.fact().flatMap(this::transfer);
            case OUTFLOW -> job.fact().flatMap(this::outflow);
            case LABEL -> job.fact().flatMap(this::label);
            case PRICE_TAG -> job.tag().flatMap(this::priceTag);
            case CLOSING, BANK_SLIP -> job.fact().flatMap(id -> ofTheTill(id, job));
            case READING -> job.fact().flatMap(id -> reading(id));
        };
    }

    private Optional<Document> receipt(FactId id, PrintJob job) {
        Optional<Fact> fact = store.fact(id);
        return store.entries(id.journal().generation(), id.seq() - 1, 1).stream()
                .findFirst()
                .filter(_ -> fact.isPresent())
                .flatMap(entry -> fact.get() instanceof Fact.Sale sale
                        ? Optional.of(Receipt.of(ReceiptText.of(
                                entry,
                                sale,
                                book.current().catalog(),
                                store.identity().kind(),
                                new Issue.Paper(job.copy(), job.begun(), job.wantedAt()))))
                        : Optional.empty());
    }

    /// What left with it today, as far as it was not taken back since.
    private Optional<Document> outflow(FactId id) {
        if (!(store.fact(id).orElse(null) instanceof Fact.WeighIn gone)) {
            return Optional.empty();
        }
        List<Fact.WeighIn> slip = store
                .read(sql -> WeighIns.onSlip(
                        sql, gone.to(), gone.beside().document(), gone.context().businessDay()))
                .stream()
                .map(WeighIns.LastWeighIn::fact)
                .toList();
        return slip.isEmpty()
                ? Optional.empty()
                : Optional.of(OutflowPaper.of(
                        slip, book.current().catalog(), store.identity().kind(), Texts.french()));
    }

    private Optional<Document> ofTheTill(FactId id, PrintJob job) {
        Optional<Fact> fact = store.fact(id);
        return entry(id).filter(_ -> fact.isPresent()).flatMap(entry -> switch (fact.get()) {
            case TillFact.Closing closing ->
                Optional.of(ClosingPaper.of(
                        head(job),
                        entry,
                        closing,
                        fingerprint(entry.generation()),
                        Anomalies.before(store, id, closing)));
            case TillFact.CashMoved moved -> Optional.of(BankPaper.of(head(job), entry, moved));
            case Fact _ -> Optional.empty();
        });
    }

    private Optional<Document> reading(FactId id) {
        return store.fact(id)
                .map(fact -> ReadingPaper.of(
                        new PaperHead(book.current().catalog(), store.identity().kind(), 1, false),
                        id,
                        fact.context(),
                        store.book()));
    }

    private PaperHead head(PrintJob job) {
        return new PaperHead(book.current().catalog(), store.identity().kind(), job.copy(), job.begun());
    }

    private Optional<Entry> entry(FactId id) {
        return store.entries(id.journal().generation(), id.seq() - 1, 1).stream()
                .findFirst();
    }

    private String fingerprint(int generation) {
        return store.key(generation)
                .map(key -> key.verifyingKey().fingerprint())
                .orElse("?");
    }

    private Optional<Document> voucher(FactId id) {
        return store.fact(id)
                .flatMap(fact -> fact instanceof Fact.Sale sale
                        ? VoucherPaper.of(
                                sale, book.current().catalog(), store.identity().kind())
                        : Optional.empty());
    }

    private Optional<Document> pickUp(FactId id) {
        return store.fact(id)
                .flatMap(fact -> fact instanceof Fact.Sale sale
                        ? PickUpPaper.of(
                                sale,
                                store.identity().terminal().code(),
                                book.current().catalog(),
                                store.identity().kind())
                        : Optional.empty());
    }

    private Optional<Document> priceTag(String text) {
        return ScannedCode.parse(text, List.of()) instanceof ScannedCode.PriceTag tag
                ? Optional.of(LabelPaper.of(
                        tag, book.current().catalog(), store.identity().kind()))
                : Optional.empty();
    }

    private Optional<Document> transfer(FactId id) {
        return store.fact(id)
                .flatMap(fact -> fact instanceof SiteFact.TransferSent sent
                        ? Optional.of(TransferPaper.of(
                                sent, book.current().catalog(), store.identity().kind()))
                        : Optional.empty());
    }

    private Optional<Document> label(FactId id) {
        return store.fact(id)
                .flatMap(fact -> fact instanceof Fact.Labelled label
                        ? Optional.of(LabelPaper.of(
                                label,
                                book.current().catalog(),
                                store.identity().kind()))
                        : Optional.empty());
    }
}

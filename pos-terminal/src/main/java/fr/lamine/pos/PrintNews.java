package fr.lamine.pos;

import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import java.util.Optional;

/// What people are told of a print that did not come out.
final class PrintNews {

    private PrintNews() {}

    /// Empty when all is well, since paper speaks for itself, and when the queue asks about it anyhow.
    static Optional<BandView> band(PrintJob job, PrintResult result, Texts texts) {
        return switch (result) {
            case PrintResult.Printed _ -> Optional.empty();
            case PrintResult.Failed(var cause) -> Optional.of(failed(job, cause, texts));
            case PrintResult.Interrupted(var cause) -> Optional.of(interrupted(job, cause, texts));
            case PrintResult.Doubtful(var cause) ->
                job.kind() == PrintJob.Kind.DRAWER ? Optional.of(failed(job, cause, texts)) : Optional.empty();
        };
    }

    private static BandView failed(PrintJob job, PrinterState cause, Texts texts) {
        String why = PrintWorker.sentence(cause);
        return switch (job.kind()) {
            case LABEL, PRICE_TAG ->
                BandView.stop(Bands.id(), texts.get("print.label"), texts.get("print.waits.label", why));
            case RECEIPT -> BandView.stop(Bands.id(), texts.get("print.receipt"), texts.get("print.waits", why));
            case CLOSING, READING, BANK_SLIP, VOUCHER, PICK_UP, OUTFLOW, TRANSFER ->
                BandView.stop(Bands.id(), texts.get("print.paper"), texts.get("print.waits", why));
            case DRAWER -> BandView.stop(Bands.id(), texts.get("print.drawer"), texts.get("print.key", why));
        };
    }

    private static BandView interrupted(PrintJob job, PrinterState cause, Texts texts) {
        String why = PrintWorker.sentence(cause);
        return switch (job.kind()) {
            case LABEL, PRICE_TAG ->
                BandView.stop(Bands.id(), texts.get("print.label.half"), texts.get("print.whole.label", why));
            case RECEIPT -> BandView.stop(Bands.id(), texts.get("print.receipt.half"), texts.get("print.whole", why));
            case CLOSING, READING, BANK_SLIP, VOUCHER, PICK_UP, OUTFLOW, TRANSFER ->
                BandView.stop(Bands.id(), texts.get("print.paper.half"), texts.get("print.whole.paper", why));
            case DRAWER -> failed(job, cause, texts);
        };
    }
}

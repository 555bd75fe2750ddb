package fr.lamine.pos.store;

import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.model.site.StationCode;
import fr.lamine.pos.printing.Outlet;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintListener;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.printing.PrintRole;
import fr.lamine.pos.printing.PrintWorker;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The process that is killed while it prints what waits in its queue. It halts at the given step of the store, or is
/// killed from outside; otherwise it ends by itself with the number of steps.
final class KilledPrint {

    static final int KILLED = 99;
    static final String MARK = "Annule et remplace";
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private KilledPrint() {}

    static PrintWorker worker(PrintQueue queue, StationCode station, Endpoint printer, PrintListener listener) {
        return new PrintWorker(
                queue,
                station,
                EnumSet.allOf(PrintRole.class),
                () -> Optional.of(Outlet.of(new Printer("killed", printer, PaperWidth.MM80, true))),
                job -> Optional.of(paper(job)),
                listener,
                () -> NOW);
    }

    private static Document paper(PrintJob job) {
        List<Document.Block> blocks = new ArrayList<>();
        blocks.add(Document.Line.plain("copie " + job.copy()));
        if (job.begun()) {
            blocks.add(Document.Line.plain(MARK));
        }
        for (int i = 1; i <= 6; i++) {
            blocks.add(new Document.TwoColumns("ligne " + i, i + ",00"));
        }
        blocks.add(new Document.Code128("R-901-1-2"));
        blocks.add(new Document.Cut());
        return new Document(blocks);
    }

    public static void main(String[] args) {
        StoreFolders folders = StoreFolders.under(Path.of(args[0]));
        int port = Integer.parseInt(args[1]);
        int killAt = Integer.parseInt(args[2]);
        AtomicInteger step = new AtomicInteger();
        AtomicInteger armed = new AtomicInteger();
        TerminalIdentity identity = new KeyFolder(folders.keys()).identity().orElseThrow();
        TerminalStore store = TerminalStore.open(folders, identity, _ -> {
            if (armed.get() == 1 && step.incrementAndGet() == killAt) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
        ReferenceBook book = new ReferenceBook(store);
        Station station = new Station(identity.site(), identity.station(), "0.1.0");
        store.start(station.machineContext(book.current(), NOW));
        armed.set(1);
        worker(new PrintQueue(store), identity.station(), Tcp.local(port), new Done(step))
                .start();
        park();
    }

    private static void park() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Done(AtomicInteger steps) implements PrintListener {

        @Override
        public void ended(PrintJob job, PrintResult result) {
            System.out.println(result);
            System.out.println(steps.get());
            Runtime.getRuntime().halt(0);
        }

        @Override
        public void changed() {
            throw new AssertionError("nothing waits long here");
        }

        @Override
        public void doesNotFit(PrintJob job) {
            throw new AssertionError(job);
        }

        @Override
        public void failed(RuntimeException fault) {
            fault.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}

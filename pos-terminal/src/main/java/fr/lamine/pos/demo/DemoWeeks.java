package fr.lamine.pos.demo;

import fr.lamine.model.site.OperatorCode;
import fr.lamine.pos.printing.PrintJob;
import fr.lamine.pos.printing.PrintQueue;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Commands;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.sync.OfficeClient;
import fr.lamine.pos.sync.SyncLoop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The weeks before a demonstration begins: each shop's terminal is enrolled, lives them through and tells the office.
/// The first terminal lives in the counter's own folder, since it goes on as the counter.
public final class DemoWeeks {

    static final int DAYS = 21;

    private static final long SEED = 94_110;
    private static final String COUNTER = "901";
    private static final int TURNS = 2_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final DemoTrade.Worker WORKER = new DemoTrade.Worker(new OperatorCode("AWA"), "2580");
    private static final Map<String, ShopProfile> SHOPS =
            new TreeMap<>(Map.of("901", ShopProfile.ARCUEIL, "902", ShopProfile.GENTILLY, "903", ShopProfile.ONLINE));

    private final Path data;
    private final URI office;
    private final String appVersion;
    private final BiFunction<KeyFolder, String, TerminalIdentity> enrol;
    private final Consumer<String> progress;

    /// @param data     the counter's folder, beside the office's
    /// @param enrol    makes a terminal known by the code of the office
    /// @param progress told in French what is being done
    public DemoWeeks(
            Path data,
            URI office,
            String appVersion,
            BiFunction<KeyFolder, String, TerminalIdentity> enrol,
            Consumer<String> progress) {
        this.data = data;
        this.office = office;
        this.appVersion = appVersion;
        this.enrol = enrol;
        this.progress = progress;
    }

    /// Does nothing where the terminals were enrolled before, or where the office left no codes.
    public void playOnce(Instant now) throws IOException, InterruptedException {
        Map<String, String> codes = codes();
        for (Map.Entry<String, ShopProfile> shop : SHOPS.entrySet()) {
            KeyFolder keys = new KeyFolder(folders(shop.getKey()).keys());
            String code = codes.get(shop.getKey());
            if (keys.identity().isEmpty() && code != null) {
                play(shop.getValue(), folders(shop.getKey()), enrol.apply(keys, code), now);
            }
        }
    }

    private void play(ShopProfile shop, StoreFolders folders, TerminalIdentity identity, Instant now)
            throws InterruptedException {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        Instant begun = today.minusDays(DAYS).atTime(OPENING).atZone(ZONE).toInstant();
        try (TerminalStore store = TerminalStore.open(folders, identity)) {
            ReferenceBook book = new ReferenceBook(store);
            Station station = new Station(identity.site(), identity.station(), appVersion);
            store.start(station.machineContext(book.current(), begun));
            try (SyncLoop sync = new SyncLoop(
                    store,
                    book,
                    new OfficeClient(office, identity.terminal()),
                    station,
                    InstantSource.fixed(begun),
                    SyncLoop.Pace.USUAL)) {
                talk(sync);
                DemoTrade trade = new DemoTrade(shop, SEED, station, new Commands(store, book), book);
                long facts = trade.play(today.minusDays(DAYS), today, WORKER);
                if (identity.terminal().code().equals(COUNTER)) {
                    trade.openToday(WORKER, now);
                }
                clearPaper(new PrintQueue(store), station, now);
                talk(sync);
                progress.accept(shop.site() + " : " + facts + " faits sur trois semaines");
            }
        }
    }

    private static void talk(SyncLoop sync) throws InterruptedException {
        if (!sync.talkUntilQuiet(TURNS)) {
            throw new IllegalStateException("the office did not take the demonstration in");
        }
    }

    /// Three weeks of labels were stuck long ago: they must not come out of the printer now.
    private static void clearPaper(PrintQueue queue, Station station, Instant now) {
        List<PrintJob> waiting = queue.waiting(station.code());
        while (!waiting.isEmpty()) {
            waiting.forEach(job -> queue.drop(job, now));
            waiting = queue.waiting(station.code());
        }
    }

    private StoreFolders folders(String terminal) {
        return StoreFolders.under(
                terminal.equals(COUNTER) ? data : data.resolve("others").resolve(terminal));
    }

    /// Lines `901 ARCUEIL CODE` of the file that a demonstration office leaves in its folder.
    private Map<String, String> codes() throws IOException {
        Path file = data.resolveSibling("office").resolve("demo").resolve("enrolment.txt");
        Map<String, String> codes = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] word = line.strip().split(" ");
            if (word.length == 3) {
                codes.put(word[0], word[2]);
            }
        }
        return codes;
    }
}

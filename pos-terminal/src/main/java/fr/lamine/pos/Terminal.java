package fr.lamine.pos;

import fr.lamine.pos.demo.DemoWeeks;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.table.TablePage;
import fr.lamine.pos.web.WaitingPage;
import io.helidon.logging.common.LogConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The program of a counter.
public final class Terminal {

    private Terminal() {}

    public static void main(String[] arguments) throws InterruptedException {
        LogConfig.configureRuntime();
        try {
            CounterConfig config = CounterConfig.read(List.of(arguments));
            FileChannel lock = lock(config.data());
            run(config, lock);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(CounterConfig config, FileChannel lock) throws InterruptedException {
        KeyFolder keys = new KeyFolder(StoreFolders.under(config.data()).keys());
        playDemo(config);
        TerminalIdentity identity = enrolled(config, keys);
        Counter counter = Counter.open(config, identity, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            counter.close();
            free(lock);
        }));
        writeAddresses(config, counter);
        System.out.println("La caisse est ouverte : http://127.0.0.1:" + counter.port() + "/");
    }

    private static void playDemo(CounterConfig config) throws InterruptedException {
        if (!config.demo() || config.office().isEmpty()) {
            return;
        }
        URI office = config.office().get();
        try {
            new DemoWeeks(
                            config.data(),
                            office,
                            Counter.VERSION,
                            (keys, code) -> enrolInDemo(keys, office, code),
                            System.out::println)
                    .playOnce(Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration cannot be prepared", e);
        }
    }

    private static TerminalIdentity enrolInDemo(KeyFolder keys, URI office, String code) {
        return switch (Enrolling.enrol(keys, office, code)) {
            case Enrolling.Known(var identity) -> identity;
            case Enrolling.NotYet(var sentence) -> throw new IllegalArgumentException(sentence);
        };
    }

    /// Waits for the office to know this terminal; meanwhile the page says what to do.
    private static TerminalIdentity enrolled(CounterConfig config, KeyFolder keys) throws InterruptedException {
        Enrolling.Outcome outcome = Enrolling.identity(keys, config);
        if (outcome instanceof Enrolling.Known(var identity)) {
            return identity;
        }
        String said = "";
        try (WaitingPage page = WaitingPage.open(config.port())) {
            while (true) {
                switch (outcome) {
                    case Enrolling.Known(var identity) -> {
                        return identity;
                    }
                    case Enrolling.NotYet(var sentence) -> {
                        page.say(sentence);
                        if (!sentence.equals(said)) {
                            System.out.println(sentence);
                            said = sentence;
                        }
                    }
                }
                Thread.sleep(2_000);
                outcome = Enrolling.identity(keys, config);
            }
        }
    }

    /// One process a folder; the lock dies with its process, however that ends.
    private static FileChannel lock(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel = FileChannel.open(
                    data.resolve("terminal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = channel.tryLock();
            if (taken == null) {
                throw new IllegalArgumentException("Une autre caisse travaille déjà dans le dossier " + data + ".");
            }
            return channel;
        } catch (IOException e) {
            throw new IllegalArgumentException("Le dossier " + data + " ne peut pas servir : " + e.getMessage(), e);
        }
    }

    private static void free(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAddresses(CounterConfig config, Counter counter) {
        if (counter.demo().isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("À la caisse : Awa D. 2580 (caisse), Sam B. 1470 (tri), Léa M. 3690 (responsable)");
        lines.add("counter: http://127.0.0.1:" + counter.port() + "/");
        lines.add("table: http://127.0.0.1:" + counter.port() + TablePage.PATH);
        counter.demo().get().controlAddresses().forEach((name, address) -> lines.add(name + ": " + address));
        Path folder = config.data().resolve("demo");
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("addresses.txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the addresses of the demo cannot be written", e);
        }
    }
}

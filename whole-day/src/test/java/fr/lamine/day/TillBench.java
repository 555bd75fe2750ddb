package fr.lamine.day;

import com.microsoft.playwright.Page;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.journal.Keys.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a till costs in time, memory and disk, beside its goals and the bare work under it. Run by `./lamine bench
/// till`, never among the tests: it asserts nothing about time.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class TillBench {

    private static final int ITEMS = 100_000;
    private static final int SALES = 100_000;
    private static final int STARTS = 5;
    private static final int LINES = 5;
    private static final int TICKETS = 60;
    private static final int COMMITS = 1_000;
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int CLOSINGS = 9;
    private static final Path RESULT = Path.of("target", "bench", "till.txt");

    private static final String PAID = """
            () => performance.getEntriesByType('resource').filter(e => e.name.endsWith('/caisse/payer/especes'))
              .map(e => e.responseEnd - e.requestStart)""";

    @Test
    void fromTheScanToTheGlassAndFromTheColdToTheFirstPage() throws Exception {
        Path launcher = Path.of(System.getenv("LAMINE_LAUNCHER"));
        Path folder = Files.createDirectories(RESULT.getParent().resolve("till-" + System.nanoTime()));
        Files.deleteIfExists(RESULT);
        try {
            closings(folder.resolve("closings").toAbsolutePath());
            Path young = Files.createDirectories(folder.resolve("young").toAbsolutePath());
            try (BenchShop shop = new BenchShop(young).items(ITEMS).open()) {
                shop.ticket(1);
                shop.pay();
            }
            starts(launcher, young);
            glass(launcher, young);
            Path old = Files.createDirectories(folder.resolve("old").toAbsolutePath());
            commits(folder, old);
            afterACrash(launcher, old);
        } finally {
            delete(folder);
        }
    }

    private static void starts(Path launcher, Path folder) throws IOException, InterruptedException {
        double[] millis = new double[STARTS];
        double[] megabytes = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (CounterProcess counter = CounterProcess.start(launcher, folder)) {
                millis[i] = counter.millisToFirstPage();
                Thread.sleep(3_000);
                megabytes[i] = counter.megabytes();
            }
        }
        say("Start to first page, launcher included, %,d items: %s", ITEMS, goal(middle(millis), 800, "ms"));
        say("Resident memory 3 s later: %s", goal(middle(megabytes), 130, "MB"));
    }

    private static void glass(Path launcher, Path folder) throws IOException, InterruptedException {
        try (Browser browser = Browser.open();
                CounterProcess counter = CounterProcess.start(launcher, folder);
                DeviceHand scanner = new DeviceHand(counter.scanner())) {
            Page page = browser.touched(1366, 768);
            page.navigate(counter.address("/"));
            page.locator(".tile:has-text('" + BenchShop.NAME + "')").tap();
            for (char digit : BenchShop.PIN.toCharArray()) {
                page.locator("[data-digit='" + digit + "']").tap();
            }
            page.locator("#go").tap();
            page.locator(".till").waitFor();
            WatchedGlass glass = WatchedGlass.of(page);
            double[] millis = new double[LINES * TICKETS];
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                List<ItemCode> codes = BenchShop.codes(ticket * LINES * 7, LINES);
                for (int i = 0; i < LINES; i++) {
                    String code = codes.get(i).digits();
                    millis[ticket * LINES + i] = glass.millisUntilSeen(code, () -> scanner.say(code));
                }
                page.locator("#go").tap();
                page.locator(".keys .title.of").waitFor();
                page.locator("#go").tap();
                page.locator(".done").waitFor();
            }
            double[] bare = bareGlass(browser);
            double[] paid = ((List<?>) page.evaluate(PAID))
                    .stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
            say(
                    "Scan to painted line, %,d items: p50 %.1f ms, %s",
                    ITEMS, at(millis, 0.5), goal(at(millis, 0.95), 30, "ms p95"));
            say(
                    "  one word of a bare page, same browser: p50 %.1f ms, p95 %.1f ms; the scan is %.1f and %.1f of it",
                    at(bare, 0.5), at(bare, 0.95), at(millis, 0.5) / at(bare, 0.5), at(millis, 0.95) / at(bare, 0.95));
            say(
                    "Sale of %d lines over HTTP, screen included: p50 %.1f ms (goal 1.9 %s), p95 %.1f ms",
                    LINES, at(paid, 0.5), ratio(at(paid, 0.5), 1.9), at(paid, 0.95));
            say(
                    "Resident memory after %,d scans and %d sales: %s",
                    millis.length, paid.length, goal(counter.megabytes(), 130, "MB"));
            browser.leavePages();
        }
    }

    /// What the browser and the machine take by themselves: a page of one word, told from this process.
    private static double[] bareGlass(Browser browser) throws IOException, InterruptedException {
        try (BarePage bare = BarePage.open()) {
            Page page = browser.touched(1366, 768);
            page.navigate(bare.address());
            WatchedGlass glass = WatchedGlass.of(page);
            double[] millis = new double[LINES * TICKETS / 2];
            for (int i = 0; i < millis.length; i++) {
                String code = BenchShop.codes(i, 1).getFirst().digits();
                millis[i] = glass.millisUntilSeen(code, () -> bare.tell(code));
            }
            page.navigate("about:blank");
            return millis;
        }
    }

    /// Each commit seals and signs the sale, writes it with its books and syncs twice: store and head file.
    private static void commits(Path folder, Path old) throws Exception {
        try (BenchShop shop = new BenchShop(old).items(ITEMS).open()) {
            double[] bare = bare(folder.resolve("bare"));
            for (int i = 0; i < COMMITS / 5; i++) {
                shop.ticket(1);
                shop.pay();
            }
            long before = shop.bytes();
            double[] millis = new double[COMMITS];
            Fact.Sale last = null;
            for (int i = 0; i < COMMITS; i++) {
                shop.ticket(LINES);
                long begun = System.nanoTime();
                last = shop.pay();
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            long grown = shop.bytes() - before;
            say(
                    "Durable commit of a sale of %d lines: p50 %.2f ms (goal 1.9 %s), p99 %.2f ms (goal 4.9 %s)",
                    LINES,
                    at(millis, 0.5),
                    ratio(at(millis, 0.5), 1.9),
                    at(millis, 0.99),
                    ratio(at(millis, 0.99), 4.9));
            say(
                    "  a signature and two bare syncs here: p50 %.2f ms, p99 %.2f ms; the commit is %.1f and %.1f of it",
                    at(bare, 0.5), at(bare, 0.99), at(millis, 0.5) / at(bare, 0.5), at(millis, 0.99) / at(bare, 0.99));
            say("Disk per sale of %d lines: %s", LINES, goal(grown / 1e3 / COMMITS, 3, "kB"));
            before = shop.bytes();
            shop.ticket(2);
            last = shop.pay();
            shop.again(last, SALES);
            say("Disk per sale of 2 lines: %s", goal((shop.bytes() - before) / 1e3 / SALES, 3, "kB"));
        }
    }

    private static double[] bare(Path file) throws IOException {
        SigningKey key = SigningKey.generate();
        String text = "x".repeat(600);
        ByteBuffer page = ByteBuffer.allocate(4_096);
        double[] millis = new double[COMMITS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < COMMITS; i++) {
                long begun = System.nanoTime();
                key.sign(text);
                for (int sync = 0; sync < 2; sync++) {
                    page.clear();
                    while (page.hasRemaining()) {
                        channel.write(page);
                    }
                    channel.force(false);
                }
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return millis;
    }

    private static void afterACrash(Path launcher, Path folder) throws IOException, InterruptedException {
        double[] millis = new double[3];
        for (int i = 0; i < millis.length; i++) {
            CounterProcess.start(launcher, folder).crash();
            try (CounterProcess counter = CounterProcess.start(launcher, folder)) {
                millis[i] = counter.millisToFirstPage();
            }
        }
        say("Re-open after a crash, %,d sales: %s", SALES, goal(middle(millis), 1_000, "ms"));
    }

    private static void closings(Path folder) throws IOException {
        double few = closing(Files.createDirectories(folder.resolve("few")), FEW);
        double many = closing(Files.createDirectories(folder.resolve("many")), MANY);
        say(
                "Closing of a day of %,d tickets: %s; of %d tickets %.1f ms, ratio %.2f",
                MANY, goal(many, 50, "ms"), FEW, few, many / few);
    }

    private static double closing(Path folder, int tickets) {
        try (BenchShop shop = new BenchShop(folder)) {
            double[] millis = new double[tickets == FEW ? CLOSINGS : 3];
            for (int i = 0; i < millis.length; i++) {
                shop.open().ticket(1);
                shop.again(shop.pay(), tickets - 1);
                long begun = System.nanoTime();
                shop.closeDay();
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            return middle(millis);
        }
    }

    /// Kept line by line, so that whoever has no patience has something.
    private static void say(String text, Object... values) throws IOException {
        Files.writeString(
                RESULT,
                String.format(Locale.ROOT, text, values) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String goal(double found, double goal, String unit) {
        return String.format(Locale.ROOT, "%.1f %s (goal %s %s)", found, unit, plain(goal), ratio(found, goal));
    }

    private static String plain(double goal) {
        return goal == Math.rint(goal) ? Long.toString((long) goal) : Double.toString(goal);
    }

    private static String ratio(double found, double goal) {
        return String.format(Locale.ROOT, "× %.2f", found / goal);
    }

    private static double middle(double[] values) {
        return at(values, 0.5);
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package fr.lamine.day;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long a search takes among 100 000 things, at the counter and in the office, over HTTP and with the whole screen
/// drawn, beside its goals. Run by `./lamine bench search`, never among the tests: it asserts nothing about time.
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class SearchBench {

    private static final int ITEMS = Integer.getInteger("bench.items", 100_000);
    private static final int ROUNDS = 200;

    /// So many questions of each kind are asked before any is measured: a house is not opened for the first customer.
    private static final int BEFORE = 100;

    private static final long SEED = 20_261_123;
    private static final Path RESULT = Path.of("target", "bench", "search.txt");

    @Test
    void amongAHundredThousandThings() throws Exception {
        Files.createDirectories(RESULT.getParent());
        Files.deleteIfExists(RESULT);
        try (OneHouse house = new OneHouse();
                Browser browser = Browser.open()) {
            ManyThings.label(house, ITEMS);
            Page manager = browser.page(1366, 768);
            new OfficeDesk(house, manager).signInLea();
            Page sorter = browser.touched(1366, 768);
            CounterGlass glass = new CounterGlass(house, sorter);
            glass.comeToAnEmptyCounter();
            glass.signInAwa();
            ManyThings.awaitAtOffice(house, cookies(manager), ITEMS);
            ManyThings.awaitBackAtCounter(house, ITEMS);
            try (HttpClient http = HttpClient.newHttpClient()) {
                String atCounter = cookies(sorter);
                String atOffice = cookies(manager);
                Random first = new Random(SEED + 1);
                for (int i = 0; i < BEFORE; i++) {
                    for (ManyThings.Question question : ManyThings.Question.values()) {
                        String words = question.words(first, ITEMS);
                        millis(http, counter(house, atCounter, words));
                        millis(http, office(house, atOffice, words));
                    }
                }
                for (ManyThings.Question question : ManyThings.Question.values()) {
                    Random random = new Random(SEED);
                    double[] counter = new double[ROUNDS];
                    double[] office = new double[ROUNDS];
                    for (int i = 0; i < ROUNDS; i++) {
                        String words = question.words(random, ITEMS);
                        counter[i] = millis(http, counter(house, atCounter, words));
                        office[i] = millis(http, office(house, atOffice, words));
                    }
                    say("%-28s counter p50 %6.1f ms, %s", question.inWords(), at(counter, 0.5), goal(counter, 30));
                    say("%-28s office  p50 %6.1f ms, %s", question.inWords(), at(office, 0.5), goal(office, 50));
                }
            }
            browser.leavePages();
        }
    }

    private static HttpRequest counter(OneHouse house, String cookies, String words) {
        String form = "token=" + UUID.randomUUID() + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(house.counter("/chercher/mot")))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", house.counter(""))
                .header("HX-Request", "true")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static HttpRequest office(OneHouse house, String cookies, String words) {
        return HttpRequest.newBuilder(
                        URI.create(house.office("/articles?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))))
                .header("Cookie", cookies)
                .GET()
                .build();
    }

    private static double millis(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - begun) / 1e6;
        Assertions.assertTrue(answer.statusCode() == 200 || answer.statusCode() == 303, answer::body);
        return millis;
    }

    private static String cookies(Page page) {
        return page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private static double at(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(part * (sorted.length - 1)))];
    }

    private static String goal(double[] values, double goal) {
        double p95 = at(values, 0.95);
        return String.format(Locale.ROOT, "p95 %6.1f ms = %.2f of the goal (%.0f ms)", p95, p95 / goal, goal);
    }

    private static void say(String text, Object... parts) throws IOException {
        String line = String.format(Locale.ROOT, text, parts);
        System.out.println(line);
        List<String> before = Files.exists(RESULT) ? Files.readAllLines(RESULT) : List.of();
        Files.write(
                RESULT,
                java.util.stream.Stream.concat(before.stream(), java.util.stream.Stream.of(line))
                        .toList());
    }
}

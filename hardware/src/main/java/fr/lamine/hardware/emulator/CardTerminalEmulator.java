package fr.lamine.hardware.emulator;

import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An emulated card terminal that speaks Caisse-AP over IP. The control port sets what the next customers do: `MODE
/// ACCEPT`, `MODE REFUSE`, `MODE SLOW`, `MODE LOST`, `MODE SILENT`, `MODE OTHER`, `MODE GARBLED`.
public final class CardTerminalEmulator extends Emulator {

    public enum Mode {
        ACCEPT,
        REFUSE,
        /// The customer looks for the card: the answer comes in pieces, after a second.
        SLOW,
        /// The bank has paid, and the link breaks before the till hears of it.
        LOST,
        SILENT,
        /// Answers for another amount.
        OTHER,
        GARBLED
    }

    private static final Pattern FIELD = Pattern.compile("([A-Z]{2})([0-9]{3})");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.ACCEPT;

    public void become(Mode next) {
        mode = next;
    }

    /// Every request as it came, oldest first.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void serve(Link link) throws IOException, InterruptedException {
        byte[] buffer = new byte[1_024];
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().contains("CE003")) {
            heard.append(new String(buffer, 0, link.read(buffer, Duration.ofSeconds(10)), StandardCharsets.US_ASCII));
        }
        heard.append(new String(buffer, 0, link.read(buffer, Duration.ofMillis(50)), StandardCharsets.US_ASCII));
        requests.add(heard.toString());
        answer(link, heard.toString());
    }

    private void answer(Link link, String request) throws IOException, InterruptedException {
        switch (mode) {
            case ACCEPT -> say(link, accepted(request));
            case REFUSE -> say(link, echo(request) + "AE00201AF00204");
            case SLOW -> {
                String answer = accepted(request);
                Thread.sleep(1_000);
                say(link, answer.substring(0, 17));
                Thread.sleep(300);
                say(link, answer.substring(17));
            }
            case LOST -> link.close();
            case SILENT -> link.read(new byte[1], Duration.ofSeconds(200));
            case OTHER -> say(link, accepted(request).replaceFirst("CB[0-9]{3}[0-9]{2}", "CB00499"));
            case GARBLED -> say(link, "?? not a field ??");
        }
    }

    private static String accepted(String request) {
        return echo(request) + "AE00210AA016497010******1234AB0042812AC006123456CC003001CI0011";
    }

    private static String echo(String request) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        Matcher head = FIELD.matcher(request);
        while (at < request.length() && head.find(at)) {
            int end = head.end() + Integer.parseInt(head.group(2));
            String value = request.substring(head.end(), end);
            switch (head.group(1)) {
                case "CB" -> fields.add("CB012" + "0".repeat(12 - value.length()) + value);
                case "BA" -> {}
                default -> fields.add(request.substring(head.start(), end));
            }
            at = end;
        }
        return String.join("", fields);
    }

    private static void say(Link link, String text) throws IOException {
        link.write(text.getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(5));
    }

    @Override
    protected String handled(String line) {
        String[] words = line.toUpperCase(Locale.ROOT).split(" ");
        for (Mode known : Mode.values()) {
            if (words.length == 2 && words[0].equals("MODE") && known.name().equals(words[1])) {
                become(known);
                return "OK";
            }
        }
        return "ERR MODE and one of " + List.of(Mode.values());
    }
}

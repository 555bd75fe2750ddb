package fr.lamine.backoffice.online;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.online.PayoutDao.Paid;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.CsvReader;
import fr.lamine.backoffice.platform.Form;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.OrderNumber;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Versements: what a marketplace says it paid, beside the parcels that left.
public final class PayoutPage implements HttpService {

    static final List<String> HEADER =
            List.of("canal", "versement", "date", "commande", "encaisse", "commission", "verse");
    private static final String PATH = "/en-ligne/versements";
    private static final int MAX_TEXT = 60_000;

    private final Screen screen;

    public PayoutPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(PATH, this::list).post(PATH, this::take);
    }

    private void list(ServerRequest request, ServerResponse response) {
        show(request, response, "", List.of());
    }

    /// All lines or none: a statement is a whole.
    private void take(ServerRequest request, ServerResponse response) {
        String text = Form.of(request).first("text").orElse("");
        if (text.length() > MAX_TEXT) {
            throw BadRequest.malformed("Ce texte est trop long\u202f: coupez-le en deux.");
        }
        List<String> troubles = new ArrayList<>();
        List<Paid> lines = read(text, troubles);
        if (!troubles.isEmpty()) {
            show(request, response, text, troubles);
            return;
        }
        String by = AccessGate.user(request).operator().code();
        screen.database().useTransaction(h -> PayoutDao.put(h, lines, by, screen.now()));
        ListingPage.to(response, PATH);
    }

    static List<Paid> read(String text, List<String> troubles) {
        List<CsvReader.Row> rows = CsvReader.rows(text);
        List<Paid> lines = new ArrayList<>();
        if (rows.size() < 2 || !rows.getFirst().fields().equals(HEADER)) {
            troubles.add("La première ligne doit être\u202f: " + String.join(";", HEADER));
            return lines;
        }
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            Optional<Paid> paid = paid(row.fields());
            if (paid.isEmpty()) {
                troubles.add("Ligne " + row.line() + "\u202f: une valeur n’est pas comprise.");
            } else if (!paid.get()
                    .gross()
                    .minus(paid.get().fee())
                    .equals(paid.get().net())) {
                troubles.add("Ligne " + row.line() + "\u202f: encaissé moins commission n’est pas le versé.");
            }
            paid.ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<Paid> paid(List<String> fields) {
        if (fields.size() != HEADER.size() || !OnlineFact.isReference(fields.get(1))) {
            return Optional.empty();
        }
        Optional<LocalDate> on = OrderCsv.day(fields.get(2));
        Optional<OrderNumber> order = OrderCsv.number(fields.get(0), fields.get(3));
        Optional<Money> gross = OrderCsv.amount(fields.get(4));
        Optional<Money> fee = OrderCsv.amount(fields.get(5));
        Optional<Money> net = OrderCsv.amount(fields.get(6));
        return on.isPresent() && order.isPresent() && gross.isPresent() && fee.isPresent() && net.isPresent()
                ? Optional.of(new Paid(fields.get(1), on.get(), order.get(), gross.get(), fee.get(), net.get()))
                : Optional.empty();
    }

    private void show(ServerRequest request, ServerResponse response, String text, List<String> troubles) {
        int page = Screen.page(request);
        record Read(Slice<PayoutDao.Row> rows, List<PayoutDao.Row> unpaid) {}
        Read read = screen.read(handle -> new Read(PayoutDao.page(handle, page), PayoutDao.unpaid(handle)));
        screen.show(
                request,
                response,
                "online/payouts.jte",
                Map.of(
                        "rows",
                        read.rows(),
                        "unpaid",
                        read.unpaid(),
                        "text",
                        text,
                        "troubles",
                        troubles,
                        "header",
                        String.join(";", HEADER),
                        "here",
                        Address.to(PATH)));
    }
}

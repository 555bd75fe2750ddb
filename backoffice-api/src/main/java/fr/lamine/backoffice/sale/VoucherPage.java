package fr.lamine.backoffice.sale;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.sale.VoucherDao.Row;
import fr.lamine.backoffice.sale.VoucherDao.State;
import fr.lamine.backoffice.sale.VoucherDao.Sum;
import fr.lamine.backoffice.screen.Address;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.screen.Slice;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Bons: what the shop owes to customers, and which vouchers were spent beyond their worth.
public final class VoucherPage implements HttpService {

    private final Screen screen;

    public VoucherPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/ventes/bons", this::show);
    }

    private void show(ServerRequest request, ServerResponse response) {
        int page = Screen.page(request);
        Optional<State> state = Screen.asked(request, "etat", State::valueOf);
        Instant now = screen.now();
        record Read(Names names, Sum sum, Slice<Row> vouchers) {}
        Read read = screen.read(handle ->
                new Read(Names.of(handle), VoucherDao.sum(handle, now), VoucherDao.list(handle, state, page, now)));
        screen.show(
                request,
                response,
                "sale/vouchers.jte",
                Map.of(
                        "names",
                        read.names(),
                        "sum",
                        read.sum(),
                        "vouchers",
                        read.vouchers(),
                        "state",
                        state,
                        "here",
                        Address.to("/ventes/bons").with("etat", state)));
    }
}

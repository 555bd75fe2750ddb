package fr.lamine.backoffice.today;

import fr.lamine.backoffice.access.AccessGate;
import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.reconciliation.Reconciliation;
import fr.lamine.backoffice.reconciliation.ReconciliationDao;
import fr.lamine.backoffice.sale.MoneyDao;
import fr.lamine.backoffice.sale.Takings;
import fr.lamine.backoffice.screen.Period;
import fr.lamine.backoffice.screen.Scope;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.model.site.Site;
import fr.lamine.model.sync.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Aujourd'hui: mass in and out, takings and tickets of each shop, renewed by itself.
public final class TodayPage implements HttpService {

    private static final int DAYS_BEFORE = 13;

    private final Screen screen;

    public TodayPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::home).get("/aujourdhui", this::show).get("/aujourdhui/chiffres", this::figures);
    }

    private void home(ServerRequest request, ServerResponse response) {
        response.status(Status.SEE_OTHER_303)
                .header(HeaderNames.LOCATION, "/aujourdhui")
                .send();
    }

    private void show(ServerRequest request, ServerResponse response) {
        screen.show(request, response, "today/page.jte", Map.of("view", view(request)));
    }

    private void figures(ServerRequest request, ServerResponse response) {
        screen.part(response, "today/figures.jte", Map.of("view", view(request)));
    }

    /// Only managers may open the figures.
    private TodayView view(ServerRequest request) {
        boolean opens = AccessGate.user(request).role().mayActAs(Role.MANAGER);
        return screen.read(handle -> {
            Names names = Names.of(handle);
            List<TodayView.Shop> shops = new ArrayList<>();
            for (Site site : names.sites()) {
                shops.add(shop(handle, site, names));
            }
            return new TodayView(names, screen.now(), shops, InboxDao.open(handle), opens);
        });
    }

    private TodayView.Shop shop(Handle handle, Site site, Names names) {
        LocalDate today = site.businessDay(screen.now());
        Scope scope = new Scope(Optional.of(site.code()), Period.day(today));
        Reconciliation mass = ReconciliationDao.read(handle, scope, names);
        Takings takings = MoneyDao.read(handle, scope);
        Scope before = new Scope(Optional.of(site.code()), new Period(today.minusDays(DAYS_BEFORE), today));
        return new TodayView.Shop(site, scope, mass, takings, Bars.of(MoneyDao.days(handle, before), before.period()));
    }
}

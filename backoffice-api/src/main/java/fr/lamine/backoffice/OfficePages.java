package fr.lamine.backoffice;

import static fr.lamine.backoffice.platform.Texts.t;

import fr.lamine.backoffice.access.Menu;
import fr.lamine.backoffice.closing.ClosingPage;
import fr.lamine.backoffice.discrepancy.DiscrepancyPage;
import fr.lamine.backoffice.discrepancy.InboxDao;
import fr.lamine.backoffice.fact.FactPage;
import fr.lamine.backoffice.intake.IntakePage;
import fr.lamine.backoffice.item.ItemPage;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.online.ListingPage;
import fr.lamine.backoffice.online.OnlineApi;
import fr.lamine.backoffice.online.OnlineDesk;
import fr.lamine.backoffice.online.OrderDao;
import fr.lamine.backoffice.online.OrderPage;
import fr.lamine.backoffice.online.PayoutPage;
import fr.lamine.backoffice.online.PhotoPage;
import fr.lamine.backoffice.online.TokenPage;
import fr.lamine.backoffice.outflow.OutflowPage;
import fr.lamine.backoffice.person.PersonPage;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.backoffice.policy.PolicyDesk;
import fr.lamine.backoffice.policy.PolicyPage;
import fr.lamine.backoffice.receipt.MailDao;
import fr.lamine.backoffice.reconciliation.ReconciliationPage;
import fr.lamine.backoffice.sale.SalePage;
import fr.lamine.backoffice.sale.VoucherPage;
import fr.lamine.backoffice.screen.Screen;
import fr.lamine.backoffice.settlement.SettlementDesk;
import fr.lamine.backoffice.settlement.SettlementPage;
import fr.lamine.backoffice.sheet.SheetPage;
import fr.lamine.backoffice.sites.CountDesk;
import fr.lamine.backoffice.sites.CountPage;
import fr.lamine.backoffice.sites.TransferDesk;
import fr.lamine.backoffice.sites.TransferPage;
import fr.lamine.backoffice.stock.StockPage;
import fr.lamine.backoffice.terminal.EnrolmentDesk;
import fr.lamine.backoffice.terminal.TerminalPage;
import fr.lamine.backoffice.today.TodayPage;
import io.helidon.webserver.http.HttpService;
import java.time.InstantSource;
import java.util.List;

/// The managers' pages and the menu that leads to them.
final class OfficePages {

    private OfficePages() {}

    static List<HttpService> of(
            Database database, Pages pages, EnrolmentDesk enrolment, OfficeJournal journal, InstantSource clock) {
        Screen screen = new Screen(database, pages, menu(database), clock);
        OnlineDesk online = new OnlineDesk(journal);
        return List.of(
                new TodayPage(screen),
                new ReconciliationPage(screen),
                new DiscrepancyPage(screen),
                new SettlementPage(screen, new SettlementDesk(journal)),
                new StockPage(screen),
                new ItemPage(screen),
                new SheetPage(screen),
                new TransferPage(screen, new TransferDesk(journal)),
                new CountPage(screen, new CountDesk(journal)),
                new IntakePage(screen),
                new OutflowPage(screen),
                new SalePage(screen),
                new VoucherPage(screen),
                new ListingPage(screen, online),
                new PhotoPage(screen),
                new OrderPage(screen, online),
                new PayoutPage(screen),
                new TokenPage(screen),
                new OnlineApi(screen, online),
                new ClosingPage(screen),
                new PolicyPage(screen, new PolicyDesk(journal)),
                new PersonPage(screen),
                new TerminalPage(screen, enrolment),
                new FactPage(screen));
    }

    private static Menu menu(Database database) {
        return new Menu(List.of(
                new Menu.Page("/aujourdhui", t("today.title")),
                new Menu.Page("/rapprochement", t("rec.title")),
                new Menu.Page("/ecarts", t("disc.title"), () -> database.jdbi().withHandle(InboxDao::open)),
                new Menu.Page("/stock", t("stock.title")),
                new Menu.Page("/articles", t("item.title")),
                new Menu.Page("/planches", t("sheet.title")),
                new Menu.Page("/transferts", t("transfer.title")),
                new Menu.Page("/inventaires", t("count.title")),
                new Menu.Page("/collecte", t("intake.title")),
                new Menu.Page("/sorties", t("outflow.title")),
                new Menu.Page("/ventes", t("sale.title")),
                new Menu.Page(
                        "/en-ligne", t("online.title"), () -> database.jdbi().withHandle(OrderDao::open)),
                new Menu.Page("/clotures", t("closing.title")),
                new Menu.Page(
                        "/personnes", t("person.title"), () -> database.jdbi().withHandle(MailDao::givenUp)),
                new Menu.Page("/terminaux", t("term.title")),
                new Menu.Page("/reglages/caisse", t("policy.title"))));
    }
}

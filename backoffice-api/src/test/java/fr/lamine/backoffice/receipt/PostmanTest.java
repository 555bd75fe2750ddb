package fr.lamine.backoffice.receipt;

import static fr.lamine.backoffice.TestFacts.ARCUEIL;
import static fr.lamine.backoffice.TestFacts.DISHES;
import static fr.lamine.backoffice.TestOffice.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.lamine.backoffice.OfficeBrowser;
import fr.lamine.backoffice.TestFacts;
import fr.lamine.backoffice.TestOffice;
import fr.lamine.backoffice.TestTerminal;
import fr.lamine.backoffice.person.PersonDesk;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.MailServer;
import fr.lamine.backoffice.platform.OfficeTestDatabase;
import fr.lamine.backoffice.receipt.MailDao.Progress;
import fr.lamine.backoffice.receipt.MailDao.State;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.journal.Entry;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sync.Person;
import fr.lamine.model.sync.Role;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OfficeTestDatabase.class)
final class PostmanTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final String ADDRESS = "client@exemple.fr";

    private final TestTerminal till = new TestTerminal("101", ARCUEIL, JournalKind.REAL).open(NOON);
    private TestOffice office;
    private Entry sale;
    private Instant now = NOON;

    @BeforeEach
    void sell(Database database) {
        office = new TestOffice(database, JournalKind.REAL);
        office.enrol(till);
        sale = till.sell(NOON, Tender.CASH, TestFacts.unlabelled(DISHES, 2, 800, 150));
        Person person = new Person(Person.Kind.RECEIPT_ADDRESS, ADDRESS, sale.id(), sale.hash());
        database.useTransaction(h -> PersonDesk.tell(h, ONE, person, till.id, NOON));
    }

    private Postman postman(int port) {
        return new Postman(
                office.database,
                new MailServer("127.0.0.1", port, "", "", "tickets@exemple.fr", MailServer.Security.NONE),
                () -> now);
    }

    private Progress progress() {
        return office.database.jdbi().withHandle(h -> MailDao.of(h, ONE)).orElseThrow();
    }

    private static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /// A port at which nobody listens.
    private static int nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// A mail server that knows none of the addresses it is given.
    private static ServerSocket refusing() throws IOException {
        ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try (Socket guest = door.accept()) {
                    var in = new java.io.BufferedReader(
                            new java.io.InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
                    var out = guest.getOutputStream();
                    out.write("220 test\r\n".getBytes(StandardCharsets.US_ASCII));
                    String line = in.readLine();
                    while (line != null && !line.startsWith("QUIT")) {
                        String answer = line.startsWith("RCPT") ? "550 no " + ADDRESS + " here\r\n" : "250 ok\r\n";
                        out.write(answer.getBytes(StandardCharsets.US_ASCII));
                        line = in.readLine();
                    }
                } catch (IOException e) {
                    // closed from either side: the next guest, or the end
                    Thread.yield();
                }
            }
        });
        return door;
    }

    @Test
    void theReceiptGoesOutOnceItsSaleIsHereAndNeverTwice() throws Exception {
        GreenMail server = server();
        try {
            Postman postman = postman(server.getSmtp().getPort());
            postman.round();
            assertEquals(new Progress(State.WAITING, 1, Optional.of(MailTrouble.NO_SALE)), progress());
            office.take(till.from(0));
            postman.round();
            assertEquals(1, progress().attempts(), "not before its time");
            now = NOON.plus(Duration.ofMinutes(1));
            postman.round();
            postman.round();
            assertEquals(new Progress(State.SENT, 2, Optional.empty()), progress());
            MimeMessage[] received = server.getReceivedMessages();
            assertEquals(1, received.length);
            assertEquals(ADDRESS, received[0].getAllRecipients()[0].toString());
            assertEquals("tickets@exemple.fr", received[0].getFrom()[0].toString());
            assertEquals("Votre ticket n° 1", received[0].getSubject());
            String text = (String) received[0].getContent();
            assertTrue(text.contains("Copie électronique") && text.contains("TOTAL"), text);
            assertTrue(text.contains("R-101-1-2") && text.contains("261-7-1°"), text);
            assertFalse(text.contains(ADDRESS), text);
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsAwayIsTriedLaterAndLaterAndThenAManagerSeesIt() throws Exception {
        office.take(till.from(0));
        Postman postman = postman(nobody());
        int attempts = 0;
        while (MailRules.pause(attempts + 1).isPresent()) {
            postman.round();
            attempts++;
            assertEquals(new Progress(State.WAITING, attempts, Optional.of(MailTrouble.NO_ANSWER)), progress());
            now = now.plus(MailRules.pause(attempts).orElseThrow());
        }
        assertEquals(7, attempts);
        assertEquals(0, office.database.jdbi().withHandle(MailDao::givenUp));
        postman.round();
        assertEquals(new Progress(State.GIVEN_UP, 8, Optional.of(MailTrouble.NO_ANSWER)), progress());
        now = now.plus(Duration.ofDays(2));
        postman.round();
        assertEquals(8, progress().attempts(), "enough is enough");
        try (var browser = new OfficeBrowser(office).signIn(Role.MANAGER)) {
            String page = browser.page("/personnes/" + ONE);
            assertTrue(page.contains("n’est pas parti"), page);
            assertTrue(page.contains("Personnes <span class=\"badge\">1</span>"), "in the menu of every page");
            browser.post("/personnes/" + ONE + "/effacer", "");
            assertFalse(browser.page("/personnes").contains("Personnes <span"));
        }
    }

    @Test
    void anAddressThatDoesNotExistIsNotTriedAgainAndTheServersWordsAreNotKept() throws Exception {
        office.take(till.from(0));
        try (ServerSocket server = refusing()) {
            postman(server.getLocalPort()).round();
        }
        assertEquals(new Progress(State.GIVEN_UP, 1, Optional.of(MailTrouble.NO_SUCH_ADDRESS)), progress());
    }

    @Test
    void whoWasErasedMeanwhileGetsNoLetter() throws Exception {
        office.take(till.from(0));
        office.database.useTransaction(
                h -> h.execute("UPDATE person SET words = NULL, erased_at = now(), erased_by = 'LEA'"));
        GreenMail server = server();
        try {
            postman(server.getSmtp().getPort()).round();
            assertEquals(0, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    void whatOneOfficeIsSendingAnotherDoesNotSend() {
        office.database.useTransaction(h -> {
            MailDao.gather(h, NOON);
            assertTrue(MailDao.take(h, Duration.ofMinutes(5), NOON).isPresent());
        });
        office.database.useTransaction(h -> {
            assertTrue(MailDao.take(h, Duration.ofMinutes(5), NOON).isEmpty());
            assertTrue(MailDao.take(h, Duration.ofMinutes(5), NOON.plus(Duration.ofMinutes(5)))
                    .isPresent());
        });
    }
}

package fr.lamine.backoffice.receipt;

import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.platform.MailServer;
import fr.lamine.backoffice.receipt.MailDao.Letter;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes receipts to the mail server, one after the other, and tries again later what it does not take. A letter whose
/// answer was lost may go out twice.
public final class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    /// Longer than any attempt takes.
    private static final Duration HOLD = Duration.ofMinutes(5);
    private static final int WAIT_MILLIS = 20_000;

    private final Database database;
    private final MailServer server;
    private final InstantSource clock;
    private final Session session;
    private final Thread thread = Thread.ofVirtual().name("mail").unstarted(this::run);

    public Postman(Database database, MailServer server, InstantSource clock) {
        this.database = database;
        this.server = server;
        this.clock = clock;
        this.session = session(server);
    }

    public Postman start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            while (true) {
                roundOrSay();
                Thread.sleep(ROUND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void roundOrSay() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.error("receipts were not mailed this time", e);
        }
    }

    /// Everything that is due now.
    void round() {
        database.useTransaction(handle -> MailDao.gather(handle, clock.instant()));
        Optional<Letter> letter = next();
        while (letter.isPresent() && !Thread.currentThread().isInterrupted()) {
            settle(letter.get(), deliver(letter.get()));
            letter = next();
        }
    }

    private Optional<Letter> next() {
        Instant now = clock.instant();
        return database.inTransaction(handle -> MailDao.take(handle, HOLD, now));
    }

    private void settle(Letter letter, Optional<MailTrouble> trouble) {
        Instant now = clock.instant();
        database.useTransaction(handle -> {
            if (trouble.isEmpty()) {
                MailDao.sent(handle, letter.uuid());
            } else {
                Optional<Instant> next = trouble.get() == MailTrouble.NO_SUCH_ADDRESS
                        ? Optional.empty()
                        : MailRules.pause(letter.attempts()).map(now::plus);
                MailDao.notSent(handle, letter.uuid(), trouble.get(), next);
            }
        });
    }

    /// What went wrong, without the server's own words: they name the address.
    private Optional<MailTrouble> deliver(Letter letter) {
        Optional<Electronic> receipt = database.jdbi()
                .withHandle(handle -> Electronic.of(
                        handle,
                        letter.sale().journal().terminal(),
                        letter.sale().journal().generation(),
                        letter.sale().seq(),
                        letter.hash()));
        if (receipt.isEmpty()) {
            return Optional.of(MailTrouble.NO_SALE);
        }
        try {
            Transport.send(message(letter, receipt.get()));
            return Optional.empty();
        } catch (SendFailedException e) {
            boolean unknown = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            return Optional.of(unknown ? MailTrouble.NO_SUCH_ADDRESS : MailTrouble.NO_ANSWER);
        } catch (MessagingException e) {
            return Optional.of(MailTrouble.NO_ANSWER);
        }
    }

    private MimeMessage message(Letter letter, Electronic receipt) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address()));
        message.setSubject("Votre ticket n° " + receipt.ticket(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.setText(PlainText.of(receipt.lines()), StandardCharsets.UTF_8.name());
        return message;
    }

    private static Session session(MailServer server) {
        Properties words = new Properties();
        words.put("mail.smtp.host", server.host());
        words.put("mail.smtp.port", Integer.toString(server.port()));
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            words.put("mail.smtp." + wait, Integer.toString(WAIT_MILLIS));
        }
        words.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case NONE -> words.put("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                words.put("mail.smtp.starttls.enable", "true");
                words.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> words.put("mail.smtp.ssl.enable", "true");
        }
        if (server.user().isEmpty()) {
            return Session.getInstance(words);
        }
        words.put("mail.smtp.auth", "true");
        return Session.getInstance(words, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package fr.lamine.hardware.cardterminal;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.model.money.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/// A card terminal on the network that speaks Caisse-AP over IP (raw TCP, port 8888 as a rule): one connection, one
/// request, one answer. Once a request may have left, nothing is ever sent again: whatever goes wrong then is
/// [CardResult.Unknown], and a person looks at the terminal.
public final class CaisseAp implements CardTerminal {

    public static final int PORT = 8_888;

    /// The longest that a customer may take.
    public static final Duration LONGEST = Duration.ofSeconds(180);

    private static final Duration SEND = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Endpoint endpoint;
    private final String till;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicReference<Link> talking = new AtomicReference<>();

    /// @param till two digits by which the terminal knows the till
    public CaisseAp(Endpoint endpoint, String till) {
        this.endpoint = endpoint;
        this.till = till;
    }

    /// @throws IllegalArgumentException for an amount of nothing, or a reference that is not 1 to 12 digits
    @Override
    public CardResult pay(Money amount, String reference, Duration patience) {
        CaisseApMessage request = CaisseApRules.debit(amount, reference, till);
        Duration bound = patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
        oneAtATime.lock();
        try {
            return converse(request, amount, bound);
        } finally {
            oneAtATime.unlock();
        }
    }

    private CardResult converse(CaisseApMessage request, Money amount, Duration patience) {
        Link opened;
        try {
            opened = endpoint.open();
        } catch (IOException absent) {
            System.getLogger(CaisseAp.class.getName())
                    .log(System.Logger.Level.INFO, "card terminal " + endpoint.name() + ": " + absent.getMessage());
            return new CardResult.Unreachable();
        }
        try (Link link = opened) {
            talking.set(link);
            link.write(request.text().getBytes(StandardCharsets.US_ASCII), SEND);
            return answer(link, request, amount, System.nanoTime() + patience.toNanos());
        } catch (IOException lost) {
            return new CardResult.Unknown("La liaison avec le terminal s’est coupée.");
        } finally {
            talking.set(null);
        }
    }

    @Override
    public void giveUp() {
        Link link = talking.get();
        if (link != null) {
            link.close();
        }
    }

    @Override
    public boolean isThere() {
        if (!oneAtATime.tryLock()) {
            return true;
        }
        try (Link _ = endpoint.open()) {
            return true;
        } catch (IOException absent) {
            return false;
        } finally {
            oneAtATime.unlock();
        }
    }

    /// The answer has no end sign: it is whole when its fields are, its status is among them, and nothing follows.
    private static CardResult answer(Link link, CaisseApMessage request, Money amount, long deadline)
            throws IOException {
        byte[] buffer = new byte[1_024];
        StringBuilder heard = new StringBuilder();
        while (System.nanoTime() < deadline) {
            boolean whole = isWhole(CaisseApMessage.read(heard.toString()));
            int count;
            try {
                count = link.read(buffer, whole ? PAUSE : left(deadline));
            } catch (IOException closed) {
                if (!whole) {
                    throw closed;
                }
                count = 0;
            }
            if (count == 0 && whole) {
                break;
            }
            heard.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
            if (CaisseApMessage.read(heard.toString()) instanceof CaisseApMessage.Garbled) {
                return new CardResult.Unknown("La réponse du terminal n’est pas lisible.");
            }
        }
        return CaisseApMessage.read(heard.toString()) instanceof CaisseApMessage.Whole(var message)
                ? CaisseApRules.judge(request, message, amount)
                : new CardResult.Unknown("Le terminal n’a pas répondu à temps.");
    }

    private static boolean isWhole(CaisseApMessage.Read read) {
        return read instanceof CaisseApMessage.Whole(var message)
                && message.field("AE").isPresent();
    }

    private static Duration left(long deadline) {
        return Duration.ofMillis(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }

    /// Holds nothing open between payments; one under way is in doubt then.
    @Override
    public void close() {
        giveUp();
    }
}

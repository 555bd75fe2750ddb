package fr.lamine.day.across;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.day.tampering.RealOffice;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.ReturnLine;
import fr.lamine.model.fact.ReturnLine.SoldLine;
import fr.lamine.model.sale.SaleLine;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.site.TerminalId;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.sync.OfficeWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Three tills and their office over real connections: what one gave out or sold comes to another, with the office or
/// without.
final class AcrossTillsTest {

    private static final int SEEDS = 2;
    private static final int STEPS = 1_000;

    @TempDir
    Path root;

    private final List<TradingTill> tills = new ArrayList<>();
    private RealOffice office;
    private final List<FactId> sold = new ArrayList<>();
    private final List<String> vouchers = new ArrayList<>();
    private final Map<Seen, Integer> seen = new EnumMap<>(Seen.class);

    /// What must have come about for the rest to mean something.
    private enum Seen {
        FOREIGN_VOUCHER,
        VOUCHER_REFUSED_OFFLINE,
        VOUCHER_OVERSPENT,
        OWN_VERIFIED,
        FOREIGN_VERIFIED,
        OWN_WITHOUT_OFFICE,
        UNSEEN,
        TOO_MUCH_BACK,
        HOLD_OVER,
        ABANDONED,
        RESTARTED
    }

    private void saw(Seen what) {
        seen.merge(what, 1, Integer::sum);
    }

    private void open(String name) throws IOException, InterruptedException {
        office = new RealOffice();
        for (int number = 101; number <= 103; number++) {
            Path folder = Files.createDirectories(root.resolve(name + number));
            office.enrol(TerminalId.of(number), folder);
            tills.add(new TradingTill(folder, office.address()));
        }
    }

    @AfterEach
    void close() throws IOException {
        tills.forEach(TradingTill::close);
        tills.clear();
        sold.clear();
        vouchers.clear();
        if (office != null) {
            office.close();
            office = null;
        }
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer, answer::toString).refusal();
    }

    private void talk() throws InterruptedException {
        for (TradingTill till : tills) {
            till.talk();
        }
    }

    @Test
    void aVoucherOfOneTillPaysAtAnotherAndNeverTwice() throws Exception {
        open("voucher-");
        TradingTill a = tills.get(0);
        TradingTill b = tills.get(1);
        TradingTill c = tills.get(2);
        a.key(900, 1);
        FactId sale = TradingTill.done(a.payCash()).orElseThrow();
        a.talk();
        TradingTill.done(a.bringBack(new SoldLine(sale, 0), 1, a.ask(new SoldLine(sale, 0), 1)));
        TradingTill.done(a.refund(Tender.VOUCHER));
        b.key(600, 1);
        assertEquals(Refusal.VOUCHER_UNHEARD, refusal(b.voucher("101-1", b.ask("101-1"))));
        talk();
        c.key(700, 1);
        OfficeWord<?> unused = c.ask("101-1");
        assertInstanceOf(OfficeWord.Said.class, unused);
        TradingTill.done(b.voucher("101-1", b.ask("101-1")));
        assertEquals(400, b.ticket().due().cents(), "the other seven euros are held");
        c.abandon();
        c.talk();
        TradingTill.done(b.voucher("101-1", b.ask("101-1")));
        assertEquals(0, b.sales().values().stream().toList().getLast().change().cents());
        b.talk();
        assertEquals(0, office.holds(), "the sale used it up");
        c.key(700, 1);
        TradingTill.done(c.voucher("101-1", c.ask("101-1")));
        assertEquals(400, c.ticket().due().cents(), "three euros were left");
        c.takeBackTenders();
        c.online = false;
        assertEquals(Refusal.VOUCHER_ELSEWHERE, refusal(c.voucher("101-1", c.ask("101-1"))));
        a.online = false;
        a.key(900, 1);
        TradingTill.done(a.voucher("101-1", a.ask("101-1")));
        assertEquals(
                Set.of(), office.open("VOUCHER_OVERSPENT"), "nobody can know yet that the giver took all of it again");
        a.online = true;
        a.talk();
        assertEquals(Set.of("101-1"), office.open("VOUCHER_OVERSPENT"));
    }

    @Test
    void aReturnIsCompleteAtAnotherTillWithTheOfficeAndOnAManagersWordWithout() throws Exception {
        open("return-");
        TradingTill a = tills.get(0);
        TradingTill b = tills.get(1);
        TradingTill c = tills.get(2);
        a.key(333, 3);
        FactId sale = TradingTill.done(a.payCash()).orElseThrow();
        SoldLine line = new SoldLine(sale, 0);
        assertTrue(!b.sees(sale), "the office has not heard of it yet");
        talk();
        assertTrue(b.sees(sale));
        TradingTill.done(b.bringBack(line, 2, b.ask(line, 2)));
        assertEquals(Refusal.MORE_THAN_SOLD, refusal(c.sees(sale) ? c.bringBack(line, 2, c.ask(line, 2)) : null));
        c.talk();
        b.now = b.now.plus(Duration.ofMinutes(20));
        assertEquals(Refusal.RETURN_HOLD_OVER, refusal(b.refund(Tender.CASH)));
        TradingTill.done(b.keep(0));
        TradingTill.done(b.bringBack(line, 2, b.ask(line, 2)));
        assertEquals(List.of(Tender.CASH, Tender.VOUCHER), b.refundable());
        FactId refunded = TradingTill.done(b.refund(Tender.CASH)).orElseThrow();
        ReturnLine back = b.sales().get(refunded).returns().getFirst();
        assertTrue(back.verified());
        assertEquals(666, back.total().cents());
        c.online = false;
        assertEquals(Refusal.OFFICE_AWAY, refusal(c.bringBack(line, 1, c.ask(line, 1))));
        TradingTill.done(c.bringBackUnseen(Optional.of(line), 400));
        assertEquals(List.of(Tender.VOUCHER), c.refundable());
        assertEquals(Refusal.NOT_SO_REFUNDED, refusal(c.refund(Tender.CASH)));
        TradingTill.done(c.refund(Tender.VOUCHER));
        c.online = true;
        c.talk();
        assertEquals(Set.of(), office.open("RETURNED_TOO_MUCH"), "the first two are not there yet");
        b.talk();
        assertEquals(Set.of(line.ticket() + "#1"), office.open("RETURNED_TOO_MUCH"));
    }

    @Test
    void anUnseenReturnWaitsForTheSaleThatSoldIt() throws Exception {
        open("unseen-");
        TradingTill a = tills.get(0);
        TradingTill b = tills.get(1);
        a.online = false;
        a.key(500, 1);
        FactId sale = TradingTill.done(a.payCash()).orElseThrow();
        TradingTill.done(b.bringBackUnseen(Optional.of(new SoldLine(sale, 0)), 500));
        TradingTill.done(b.refund(Tender.VOUCHER));
        b.talk();
        assertEquals(Set.of(sale + "#1"), office.open("RETURN_WITHOUT_SALE"));
        a.online = true;
        a.talk();
        assertEquals(Set.of(), office.open("RETURN_WITHOUT_SALE"), "it closes by itself");
        assertEquals(Set.of(), office.open("RETURNED_TOO_MUCH"));
    }

    /// Thousands of steps of tills that lose and find their office: no verified refund exceeds what was sold, each
    /// excess has its discrepancy and each discrepancy its cause.
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void whateverTillsTradeTheirExcessesHaveTheirDiscrepancies() throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            open("trade-" + seed + "-");
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                TradingTill till = tills.get(random.nextInt(tills.size()));
                act(till, random);
                if (!till.ticket().holdsNothing()) {
                    throw new AssertionError("seed " + seed + " step " + step + " leaves " + till.ticket());
                }
            }
            tills.forEach(till -> till.online = true);
            talk();
            talk();
            check("seed " + seed);
            close();
        }
        assertEquals(Set.of(Seen.values()), seen.keySet(), "what came about: " + seen);
    }

    private void act(TradingTill till, Random random) throws InterruptedException {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> sell(till, random);
            case 4, 5, 6, 7, 8, 9 -> spend(till, random);
            case 10, 11, 12, 13, 14 -> bringBack(till, random);
            case 15 -> till.online = !till.online;
            case 16, 17, 18 -> till.talk();
            default -> {
                if (random.nextInt(4) == 0) {
                    till.restart();
                    saw(Seen.RESTARTED);
                }
            }
        }
    }

    private void sell(TradingTill till, Random random) {
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            till.key(1 + random.nextInt(900), 1 + random.nextInt(4));
        }
        sold.add(TradingTill.done(till.payCash()).orElseThrow());
    }

    private void spend(TradingTill till, Random random) {
        if (vouchers.isEmpty()) {
            return;
        }
        till.key(1 + random.nextInt(900), 1);
        String voucher = vouchers.get(random.nextInt(vouchers.size()));
        boolean own = voucher.startsWith(till.identity.terminal().code());
        if (random.nextInt(5) == 0) {
            till.ask(voucher); // the answer gets lost, and it is asked again
        }
        Answer answer = till.voucher(voucher, till.ask(voucher));
        if (answer instanceof Answer.Refused(var refusal, var _, var _)) {
            if (refusal == Refusal.VOUCHER_ELSEWHERE) {
                saw(Seen.VOUCHER_REFUSED_OFFLINE);
            }
            till.abandon();
            return;
        }
        if (!till.ticket().holdsNothing() && random.nextInt(4) == 0) {
            if (random.nextBoolean()) {
                till.takeBackTenders();
            } else if (random.nextBoolean()) {
                till.restart();
            }
            till.abandon();
            saw(Seen.ABANDONED);
            return;
        }
        if (!till.ticket().holdsNothing() && random.nextInt(3) == 0) {
            till.now = till.now.plus(Duration.ofMinutes(20));
        }
        if (!till.ticket().holdsNothing()) {
            Answer paid = till.payRest();
            if (paid instanceof Answer.Refused(var refusal, var _, var _)) {
                assertEquals(Refusal.VOUCHER_HOLD_OVER, refusal);
                saw(Seen.HOLD_OVER);
                till.takeBackTenders();
                till.abandon();
                return;
            }
        }
        if (!own) {
            saw(Seen.FOREIGN_VOUCHER);
        }
    }

    private void bringBack(TradingTill till, Random random) {
        if (sold.isEmpty()) {
            return;
        }
        FactId sale = sold.get(sold.size() - 1 - random.nextInt(Math.min(12, sold.size())));
        SoldLine line = new SoldLine(sale, 0);
        boolean own = sale.journal().terminal().equals(till.identity.terminal());
        int pieces = 1 + random.nextInt(2);
        Answer answer = till.sees(sale)
                ? till.bringBack(line, pieces, till.ask(line, pieces))
                : till.bringBackUnseen(
                        random.nextInt(6) == 0 ? Optional.empty() : Optional.of(line), 1 + random.nextInt(900));
        if (answer instanceof Answer.Refused) {
            assertTrue(till.ticket().holdsNothing(), answer.toString());
            return;
        }
        ReturnLine back = till.ticket().returns().getFirst();
        if (!till.ticket().total().isNegative() || random.nextInt(8) == 0) {
            TradingTill.done(till.keep(0));
            return;
        }
        List<Tender> how = till.refundable();
        Tender tender = how.get(random.nextInt(how.size()));
        FactId refunded = TradingTill.done(till.refund(tender)).orElseThrow();
        till.sales().get(refunded).givenBack().stream()
                .flatMap(t -> t.reference().stream())
                .forEach(vouchers::add);
        if (back.verified()) {
            saw(own ? Seen.OWN_VERIFIED : Seen.FOREIGN_VERIFIED);
        } else {
            saw(own ? Seen.OWN_WITHOUT_OFFICE : Seen.UNSEEN);
        }
        if (!back.verified() && !own) {
            assertEquals(Tender.VOUCHER, tender);
        }
    }

    /// What came back of a line.
    private static final class Back {
        long pieces;
        long cents;
        long verifiedPieces;
        long verifiedCents;
    }

    /// From the journals of the tills alone.
    private void check(String where) {
        Map<FactId, Fact.Sale> all = new TreeMap<>();
        tills.forEach(till -> all.putAll(till.sales()));
        Map<String, Back> backs = new TreeMap<>();
        Map<String, SaleLine> lines = new TreeMap<>();
        Map<String, Long> worth = new TreeMap<>();
        Set<String> withoutSale = new TreeSet<>();
        all.forEach((id, sale) -> {
            for (int i = 0; i < sale.lines().size(); i++) {
                lines.put(id + "#" + (i + 1), sale.lines().get(i));
            }
            for (int i = 0; i < sale.returns().size(); i++) {
                ReturnLine line = sale.returns().get(i);
                if (line.of().isEmpty()) {
                    withoutSale.add(id + "#" + (i + 1));
                    continue;
                }
                SoldLine of = line.of().get();
                Back back = backs.computeIfAbsent(of.ticket() + "#" + (of.line() + 1), _ -> new Back());
                back.pieces += line.pieces();
                back.cents += line.total().cents();
                if (line.verified()) {
                    back.verifiedPieces += line.pieces();
                    back.verifiedCents += line.total().cents();
                }
            }
            voucherCents(sale.givenBack()).forEach((code, cents) -> worth.merge(code, cents, Long::sum));
            voucherCents(sale.tenders()).forEach((code, cents) -> worth.merge(code, -cents, Long::sum));
        });
        Set<String> tooMuch = new TreeSet<>();
        backs.forEach((line, back) -> {
            SaleLine of = lines.get(line);
            assertTrue(back.verifiedPieces <= of.pieces(), where + ": verified pieces of " + line);
            assertTrue(back.verifiedCents <= of.total().cents(), where + ": verified cents of " + line);
            if (back.pieces > of.pieces() || back.cents > of.total().cents()) {
                tooMuch.add(line);
                saw(Seen.TOO_MUCH_BACK);
            }
        });
        Set<String> overspent = new TreeSet<>();
        worth.forEach((code, cents) -> {
            if (cents < 0) {
                overspent.add(code);
                saw(Seen.VOUCHER_OVERSPENT);
            }
        });
        assertEquals(tooMuch, new TreeSet<>(office.open("RETURNED_TOO_MUCH")), where);
        assertEquals(withoutSale, new TreeSet<>(office.open("RETURN_WITHOUT_SALE")), where);
        assertEquals(overspent, new TreeSet<>(office.open("VOUCHER_OVERSPENT")), where);
        assertEquals(0, office.holds(), where + ": nothing is held for ever");
    }

    private static Map<String, Long> voucherCents(List<TenderLine> money) {
        Map<String, Long> cents = new TreeMap<>();
        money.stream()
                .filter(t -> t.tender() == Tender.VOUCHER)
                .forEach(
                        t -> cents.merge(t.reference().orElseThrow(), t.amount().cents(), Long::sum));
        return cents;
    }
}

package fr.lamine.backoffice.online;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.online.Listing.Words;
import fr.lamine.backoffice.online.ListingDao.Thing;
import fr.lamine.model.fact.Context;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.OnlineFact.ItemPublished;
import fr.lamine.model.fact.OnlineFact.ItemWithdrawn;
import fr.lamine.model.fact.OnlineFact.OrderCancelled;
import fr.lamine.model.fact.OnlineFact.OrderDispatched;
import fr.lamine.model.fact.OnlineFact.OrderReceived;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.online.SentLine;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account.Place;
import fr.lamine.model.stock.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where managers, and machines with a token, say what happens online. Whatever is said twice is one fact, so that a
/// form or a message may be sent again.
public final class OnlineDesk {

    private final OfficeJournal office;

    public OnlineDesk(OfficeJournal office) {
        this.office = office;
    }

    /// What came of it.
    public sealed interface Told {
        record Done(FactId fact) implements Told {}

        /// It was said before, in the same words.
        record Known(FactId fact) implements Told {}

        record Refused(String sentence) implements Told {}
    }

    /// What a marketplace tells of an order.
    public record Ordered(
            OrderNumber number, LocalDate on, Optional<String> buyer, List<OrderLine> lines, Money shipping) {
        public Ordered {
            lines = List.copyOf(lines);
            OnlineFact.requireOrder(number, buyer, lines, shipping);
        }
    }

    Told publish(Handle handle, Words words, OperatorCode manager, Instant now) {
        lock(handle);
        Optional<Thing> found = ListingDao.thing(handle, words.item());
        if (found.isEmpty()) {
            return new Told.Refused("Aucune étiquette connue du bureau ne porte ce code.");
        }
        Optional<Listing> open = ListingDao.find(handle, words.item());
        if (open.filter(listing -> listing.words().equals(words)).isPresent()) {
            return new Told.Known(open.get().fact());
        }
        Thing thing = found.get();
        Optional<String> no =
                ListingRules.refusal(thing, open.map(l -> l.words().channel()), words.channel());
        if (no.isPresent()) {
            return new Told.Refused(no.get());
        }
        if (!PhotoDao.allKnown(handle, words.photos())) {
            return new Told.Refused("Une photo n’est plus là. Ajoutez-la de nouveau.");
        }
        return done(
                handle,
                new ItemPublished(
                        context(handle, thing.place().site(), manager, now),
                        words.item(),
                        thing.category(),
                        words.mass(),
                        new Place(thing.place().site(), Area.SHOP),
                        words.channel(),
                        words.title(),
                        words.description(),
                        words.condition(),
                        words.price(),
                        words.photos()),
                now);
    }

    Told withdraw(Handle handle, ItemCode item, String reason, OperatorCode manager, Instant now) {
        lock(handle);
        Optional<Listing> open = ListingDao.find(handle, item);
        if (open.isEmpty()) {
            return new Told.Refused("Cette annonce n’est plus en ligne.");
        }
        String line = line(reason);
        if (!DiscrepancySettled.isLine(line, DiscrepancySettled.MAX_REASON)) {
            return new Told.Refused("Dites en quelques mots pourquoi, en 200 caractères au plus.");
        }
        return done(handle, new ItemWithdrawn(context(handle, open.get().site(), manager, now), item, line), now);
    }

    /// An order is counted once, however often it is told; other words under its number change nothing.
    public Told receive(Handle handle, Ordered ordered, OperatorCode manager, Instant now) {
        lock(handle);
        Optional<Order> known = OrderDao.find(handle, ordered.number());
        if (known.isPresent()) {
            return ListingRules.same(known.get(), ordered)
                    ? new Told.Known(known.get().fact())
                    : new Told.Refused("La commande " + ordered.number()
                            + " est déjà enregistrée avec un autre contenu. Rien n’a changé.");
        }
        return done(
                handle,
                new OrderReceived(
                        office.context(handle, manager, now),
                        ordered.number(),
                        ordered.on(),
                        ordered.buyer(),
                        ordered.lines(),
                        ordered.shipping()),
                now);
    }

    /// @param sent what goes into the parcel: the code ordered, and the code that is sent for it
    Told dispatch(
            Handle handle,
            OrderNumber number,
            Map<ItemCode, ItemCode> sent,
            Optional<String> parcel,
            OperatorCode manager,
            Instant now) {
        lock(handle);
        Optional<Order> found = OrderDao.find(handle, number);
        if (found.isEmpty()) {
            return new Told.Refused("Cette commande n’est pas connue.");
        }
        Order order = found.get();
        if (sent.isEmpty()) {
            return new Told.Refused("Scannez ce qui part dans le colis.");
        }
        if (parcel.filter(text -> !OnlineFact.isReference(text)).isPresent()) {
            return new Told.Refused("Le numéro de suivi a des lettres, des chiffres et des tirets, 40 au plus.");
        }
        boolean before = sent.entrySet().stream()
                .allMatch(e -> order.line(e.getKey()).flatMap(Order.Line::sent).equals(Optional.of(e.getValue())));
        List<OrderDao.Parcel> parcels = OrderDao.parcels(handle, number);
        if (before) {
            return new Told.Known(parcels.getLast().fact());
        }
        List<SentLine> lines = new ArrayList<>();
        Optional<SiteCode> site = Optional.empty();
        for (Map.Entry<ItemCode, ItemCode> entry : sent.entrySet()) {
            Optional<Thing> thing = ListingDao.thing(handle, entry.getValue());
            Optional<String> no = ListingRules.notSent(
                    order, entry.getKey(), entry.getValue(), thing, OrderDao.waitingFor(handle, entry.getValue()));
            if (no.isPresent()) {
                return new Told.Refused(no.get());
            }
            SiteCode here = thing.orElseThrow().place().site();
            if (site.filter(other -> !other.equals(here)).isPresent()) {
                return new Told.Refused("Un colis part d’un seul site. Faites un colis par site.");
            }
            site = Optional.of(here);
            lines.add(new SentLine(
                    entry.getKey(),
                    entry.getValue(),
                    thing.get().category(),
                    thing.get().pieceMass(),
                    order.line(entry.getKey()).orElseThrow().price()));
        }
        return done(
                handle,
                new OrderDispatched(
                        context(handle, site.orElseThrow(), manager, now),
                        number,
                        lines,
                        parcels.isEmpty() ? order.shipping() : Money.ZERO,
                        parcel),
                now);
    }

    Told cancel(Handle handle, OrderNumber number, String reason, OperatorCode manager, Instant now) {
        lock(handle);
        Optional<Order> found = OrderDao.find(handle, number);
        if (found.isEmpty()) {
            return new Told.Refused("Cette commande n’est pas connue.");
        }
        Order order = found.get();
        if (order.lines().stream().noneMatch(Order.Line::isOpen)) {
            return order.state() == LineState.SENT
                    ? new Told.Refused("Tout est déjà parti\u202f: il n’y a plus rien à annuler.")
                    : new Told.Known(order.fact());
        }
        String line = line(reason);
        if (!DiscrepancySettled.isLine(line, DiscrepancySettled.MAX_REASON)) {
            return new Told.Refused("Dites en quelques mots pourquoi, en 200 caractères au plus.");
        }
        return done(handle, new OrderCancelled(office.context(handle, manager, now), number, line), now);
    }

    /// What is said of a thing is judged by its facts: they stay as they are until it is written.
    private void lock(Handle handle) {
        office.lock(handle);
    }

    private Told done(Handle handle, OnlineFact fact, Instant now) {
        return new Told.Done(office.append(handle, fact, now));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /// A manager does it in the office, to goods of a site: it counts on that site's day.
    private Context context(Handle handle, SiteCode site, OperatorCode manager, Instant now) {
        Context here = office.context(handle, manager, now);
        LocalDate day = Names.of(handle)
                .catalog()
                .site(site)
                .map(s -> s.businessDay(now))
                .orElse(here.businessDay());
        return new Context(
                site,
                here.station(),
                here.operator(),
                here.occurredAt(),
                day,
                here.tillSession(),
                here.referenceRevision(),
                here.appVersion());
    }
}

package fr.lamine.pos.station;

import fr.lamine.model.fact.Context;
import fr.lamine.model.fiscal.TillBook;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.reference.Reference;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.store.TerminalStore;
import fr.lamine.pos.store.Writing;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// The way of every command: may this person do it, was this form answered before, do it in one transaction, keep the
/// answer with it.
public final class Commands {

    private final TerminalStore store;
    private final ReferenceBook book;

    public Commands(TerminalStore store, ReferenceBook book) {
        this.store = store;
        this.book = book;
    }

    public TerminalStore store() {
        return store;
    }

    public Reference reference() {
        return book.current();
    }

    /// @param token one-time token of the form, 8 to 64 letters, digits or hyphens; absent for a scan
    /// @throws IllegalArgumentException for a token that no form of ours can carry
    public Answer run(
            Station station, Optional<String> token, Instant now, Role needed, Function<Work, Answer> command) {
        token.ifPresent(Commands::requireToken);
        Optional<Operator> operator = station.operator();
        if (operator.isEmpty()) {
            return Refusal.NOT_SIGNED_IN.with();
        }
        if (!operator.get().role().mayActAs(needed)) {
            return Refusal.NOT_YOUR_MODE.with();
        }
        Reference reference = book.current();
        return store.write(now, writing -> {
            Optional<Answer> before = token.flatMap(t -> FormTokens.answerTo(writing.sql(), t));
            return before.orElseGet(() -> {
                Answer answer = command.apply(work(station, operator.get().code(), reference, writing, now));
                token.ifPresent(t -> FormTokens.keep(writing.sql(), t, now, answer));
                return answer;
            });
        });
    }

    /// What a device answers to somebody's command, whoever stands at the counter by now.
    public Answer after(Station station, OperatorCode who, Instant now, Function<Work, Answer> command) {
        Reference reference = book.current();
        return store.write(now, writing -> command.apply(work(station, who, reference, writing, now)));
    }

    private static Work work(Station station, OperatorCode who, Reference reference, Writing writing, Instant now) {
        Context outside = station.context(who, reference, now);
        TillBook till = writing.book();
        Context context = till.session().map(s -> outside.in(s.name())).orElse(outside);
        return new Work(writing, context, reference);
    }

    private static void requireToken(String token) {
        if (!token.matches("[A-Za-z0-9-]{8,64}")) {
            throw new IllegalArgumentException("not a form token");
        }
    }
}

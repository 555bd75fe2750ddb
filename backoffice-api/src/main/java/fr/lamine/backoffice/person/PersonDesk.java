package fr.lamine.backoffice.person;

import fr.lamine.backoffice.person.PersonDao.Known;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Person;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Takes what terminals tell of people. The same told twice is one person, and an erased one does not come back.
public final class PersonDesk {

    private PersonDesk() {}

    /// What came of telling.
    public sealed interface Told {
        record Kept() implements Told {}

        record Erased() implements Told {}

        record Refused(String sentence) implements Told {}
    }

    public static Told tell(Handle handle, UUID uuid, Person person, TerminalId terminal, Instant now) {
        if (!person.fact().journal().terminal().equals(terminal)) {
            return new Told.Refused("Un poste ne nomme une personne que pour ses propres faits.");
        }
        if (PersonDao.insert(handle, uuid, person, terminal, now)) {
            return new Told.Kept();
        }
        Known known = PersonDao.known(handle, uuid);
        boolean same = known.terminal().equals(terminal)
                && known.kind() == person.kind()
                && known.fact().equals(person.fact())
                && known.hash().equals(person.hash());
        if (same && known.words().isEmpty()) {
            return new Told.Erased();
        }
        return same && known.words().get().equals(person.words())
                ? new Told.Kept()
                : new Told.Refused("Ce numéro est déjà celui d’une autre personne.");
    }
}

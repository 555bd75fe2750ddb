package fr.lamine.backoffice.demo;

import fr.lamine.backoffice.access.Access;
import fr.lamine.backoffice.access.User;
import fr.lamine.backoffice.journal.OfficeJournal;
import fr.lamine.backoffice.platform.Database;
import fr.lamine.backoffice.reference.ReferenceDesk;
import fr.lamine.backoffice.terminal.EnrolmentDesk;
import fr.lamine.backoffice.terminal.EnrolmentDesk.Prepared;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Furnishes a demonstration office at its first start.
public final class DemoHouse {

    /// A person of the demonstration, at the counter by PIN and in the office by password.
    private record Person(String code, String login, String displayName, Role role, String pin) {
        String password() {
            return "demo-" + login;
        }
    }

    private record Terminal(int number, String site) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("AWA", "awa", "Awa D.", Role.CASHIER, "2580"),
            new Person("SAM", "sam", "Sam B.", Role.SORTER, "1470"),
            new Person("LEA", "lea", "Léa M.", Role.MANAGER, "3690"),
            new Person("ADMIN", "admin", "Administration", Role.ADMIN, "9630"));

    private static final List<Terminal> TERMINALS =
            List.of(new Terminal(901, "ARCUEIL"), new Terminal(902, "GENTILLY"), new Terminal(903, "EN-LIGNE"));

    private final Database database;
    private final OfficeJournal journal;
    private final Access access;

    public DemoHouse(Database database, OfficeJournal journal, Access access) {
        this.database = database;
        this.journal = journal;
        this.access = access;
    }

    /// Does nothing for an office that has people already.
    ///
    /// @param data the office's folder: codes and passwords are written under `demo` in it
    public void furnish(Path data, Instant now) throws IOException {
        if (journal.kind() != JournalKind.DEMO || access.anybody()) {
            return;
        }
        for (Person person : PEOPLE) {
            String pinHash = Access.hash(person.pin());
            Operator operator =
                    new Operator(new OperatorCode(person.code()), person.displayName(), person.role(), pinHash);
            database.useTransaction(handle -> new ReferenceDesk(journal).putOperator(handle, operator));
            access.put(new User(person.login(), person.displayName(), person.role()), person.password());
        }
        Path folder = Files.createDirectories(data.resolve("demo"));
        Files.writeString(folder.resolve("enrolment.txt"), enrolmentCodes(now));
        Files.writeString(folder.resolve("addresses.txt"), passwords());
    }

    private String enrolmentCodes(Instant now) {
        StringBuilder lines = new StringBuilder();
        for (Terminal terminal : TERMINALS) {
            Prepared prepared = database.inTransaction(handle -> new EnrolmentDesk(journal)
                    .prepare(
                            handle,
                            TerminalId.of(terminal.number()),
                            new SiteCode(terminal.site()),
                            new StationCode("P1"),
                            JournalKind.DEMO,
                            OfficeJournal.NOBODY,
                            now));
            switch (prepared) {
                case Prepared.Code(var code, var _) ->
                    lines.append("%d %s %s\n".formatted(terminal.number(), terminal.site(), code));
                case Prepared.Refused(var sentence) -> throw new IllegalStateException(sentence);
            }
        }
        return lines.toString();
    }

    private static String passwords() {
        return PEOPLE.stream()
                .filter(person -> person.role() != Role.CASHIER && person.role() != Role.SORTER)
                .map(person -> "Au bureau, %s : identifiant %s, mot de passe %s\n"
                        .formatted(person.displayName(), person.login(), person.password()))
                .collect(Collectors.joining());
    }
}

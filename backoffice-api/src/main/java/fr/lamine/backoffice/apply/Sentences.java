package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.sale.SaleDao.SameTicket;
import fr.lamine.backoffice.stock.Shelf;
import fr.lamine.model.fact.Fact.JournalContinues;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.measure.Mass;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Account;
import fr.lamine.model.text.French;
import java.util.Optional;

/// What discrepancies say.
final class Sentences {

    private Sentences() {}

    static String shelfScope(Shelf shelf) {
        return "stock:" + shelf.code();
    }

    static String ticketScope(TerminalId terminal, long ticket) {
        return "ticket:" + terminal + "#" + ticket;
    }

    static String continued(JournalId journal, JournalContinues fact) {
        String why = switch (fact.cause()) {
            case FORK -> "le bureau connaissait une autre écriture sous le même numéro";
            case STORE_BEHIND_HEAD -> "la base du poste était plus ancienne que son témoin";
            case CHAIN_BROKEN -> "une écriture du poste ne se vérifiait plus";
            case OFFICE_AHEAD -> "le bureau en savait plus que le poste";
        };
        String after = fact.previousSeq() == 0
                ? "sans rien savoir de sa génération %d".formatted(fact.previousGeneration())
                : "après l’écriture %d/%d".formatted(fact.previousGeneration(), fact.previousSeq());
        return "Le poste %s a commencé le journal %s %s : %s.".formatted(journal.terminal(), journal, after, why);
    }

    static Discrepancy sharedNumber(SameTicket shared) {
        return new Discrepancy(
                Kind.DUPLICATE_TICKET,
                shared.terminal() + "#" + shared.ticket(),
                ticketScope(shared.terminal(), shared.ticket()),
                Optional.empty(),
                Optional.of(shared.sales().get(1)),
                "Le poste %s a donné %d fois le numéro de ticket %d."
                        .formatted(shared.terminal(), shared.sales().size(), shared.ticket()));
    }

    static Discrepancy negative(Shelf shelf, Account.Place place, Mass mass) {
        return new Discrepancy(
                Kind.NEGATIVE_STOCK,
                shelf.code(),
                shelfScope(shelf),
                Optional.of(place.site()),
                Optional.empty(),
                "Le stock « %s » en %s à %s est de %s."
                        .formatted(shelf.category(), area(place), place.site(), French.kg(mass)));
    }

    private static String area(Account.Place place) {
        return switch (place.area()) {
            case SORTING -> "tri";
            case WORKSHOP -> "atelier";
            case SHOP -> "rayon";
            case RESERVED -> "réserve";
        };
    }
}

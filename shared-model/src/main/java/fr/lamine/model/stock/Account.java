package fr.lamine.model.stock;

import fr.lamine.model.site.SiteCode;
import java.util.Optional;

/// Where mass is. Every account has a short text, [#code], that stands in signed facts and never changes:
/// `place:ARCUEIL:SORTING`, `transit:T-901-12`, `source:DROP_OFF`, `outcome:RECYCLED:ecologic`,
/// `adjustment:ARCUEIL:ROUNDING`.
public sealed interface Account {

    record Place(SiteCode site, Area area) implements Account {}

    /// Goods on their way between two sites, under the transfer's own code.
    record Transit(String transfer) implements Account {
        public Transit {
            requireWord(transfer);
        }
    }

    /// The world that gives. The counterpart is a code of the reference data, never a person.
    record From(Source source, Optional<String> counterpart) implements Account {
        public From {
            counterpart.ifPresent(Account::requireWord);
        }
    }

    /// The world that takes.
    record Gone(Outcome outcome, Optional<String> counterpart) implements Account {
        public Gone {
            counterpart.ifPresent(Account::requireWord);
        }
    }

    record Adjustment(SiteCode site, Cause cause) implements Account {}

    static Place place(SiteCode site, Area area) {
        return new Place(site, area);
    }

    static From from(Source source) {
        return new From(source, Optional.empty());
    }

    static Gone gone(Outcome outcome) {
        return new Gone(outcome, Optional.empty());
    }

    /// True for the four kinds of account that stand for the world outside the shelves of our sites.
    default boolean isStock() {
        return switch (this) {
            case Place _, Transit _ -> true;
            case From _, Gone _, Adjustment _ -> false;
        };
    }

    /// The site whose books the account stands in, if it stands in one.
    default Optional<SiteCode> books() {
        return switch (this) {
            case Place(var site, var _) -> Optional.of(site);
            case Adjustment(var site, var _) -> Optional.of(site);
            case Transit _, From _, Gone _ -> Optional.empty();
        };
    }

    default String code() {
        return switch (this) {
            case Place(var site, var area) -> "place:" + site + ":" + area;
            case Transit(var transfer) -> "transit:" + transfer;
            case From(var source, var counterpart) -> "source:" + source + suffix(counterpart);
            case Gone(var outcome, var counterpart) -> "outcome:" + outcome + suffix(counterpart);
            case Adjustment(var site, var cause) -> "adjustment:" + site + ":" + cause;
        };
    }

    /// @throws IllegalArgumentException when the text is no account's code
    static Account parse(String code) {
        String[] part = code.split(":", -1);
        Account account = switch (part[0] + "/" + part.length) {
            case "place/3" -> new Place(new SiteCode(part[1]), Area.valueOf(part[2]));
            case "transit/2" -> new Transit(part[1]);
            case "source/2" -> new From(Source.valueOf(part[1]), Optional.empty());
            case "source/3" -> new From(Source.valueOf(part[1]), Optional.of(part[2]));
            case "outcome/2" -> new Gone(Outcome.valueOf(part[1]), Optional.empty());
            case "outcome/3" -> new Gone(Outcome.valueOf(part[1]), Optional.of(part[2]));
            case "adjustment/3" -> new Adjustment(new SiteCode(part[1]), Cause.valueOf(part[2]));
            default -> throw new IllegalArgumentException("not an account: " + code);
        };
        return account;
    }

    private static String suffix(Optional<String> counterpart) {
        return counterpart.map(c -> ":" + c).orElse("");
    }

    private static void requireWord(String word) {
        if (!word.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("not a code: " + word);
        }
    }
}

package fr.lamine.pos.weighin;

import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who takes goods (*repreneurs*), by the code that stands in the account; for what is given, why.
final class Partners {

    private static final String RESOURCE = "/fr/lamine/pos/weighin/partners.txt";
    private static final int LONGEST = 40;

    record Partner(String code, String name, Outcome outcome) {}

    private final List<Partner> partners;

    Partners(List<Partner> partners) {
        this.partners = List.copyOf(partners);
    }

    static Partners read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Partners.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return new Partners(lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" \\| ", -1))
                    .map(part -> new Partner(part[0], part[1], Outcome.valueOf(part[2].strip())))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name(String code) {
        return partners.stream()
                .filter(p -> p.code().equals(code))
                .map(Partner::name)
                .findFirst()
                .orElse(code);
    }

    /// Those who took goods this way last, then those who are known to.
    List<String> codes(Outcome outcome, Stream<Account> lastUsed) {
        Stream<String> used = lastUsed.flatMap(account -> switch (account) {
            case Account.Gone(var how, var who) when how == outcome -> who.stream();
            case Account.Gone _, Account.Place _, Account.Transit _, Account.From _, Account.Adjustment _ ->
                Stream.<String>empty();
        });
        return Stream.concat(
                        used,
                        partners.stream().filter(p -> p.outcome() == outcome).map(Partner::code))
                .distinct()
                .toList();
    }

    /// The code for a name that was typed: a known one's own, or the name in plain letters; empty without a letter.
    Optional<String> code(String typed) {
        Optional<String> known = partners.stream()
                .filter(p -> p.name().equalsIgnoreCase(typed.strip()))
                .map(Partner::code)
                .findFirst();
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return known.or(() -> Optional.of(plain.substring(0, Math.min(LONGEST, plain.length())))
                .filter(code -> code.matches(".*[A-Za-z0-9].*")));
    }
}

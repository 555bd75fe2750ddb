package fr.lamine.pos.till;

import fr.lamine.hardware.cardterminal.CardTerminal;
import fr.lamine.pos.web.view.BandView;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What this till can be paid with, beyond what every till takes.
///
/// @param cardTerminal to which amounts are sent; without one they are typed on it by hand
/// @param localCurrency whether notes of a local currency are taken
/// @param came         what the terminal answers comes to the screen through this
public record TenderSetup(
        Supplier<Optional<CardTerminal>> cardTerminal,
        boolean localCurrency,
        Consumer<Supplier<Optional<BandView>>> came) {

    /// @param file the counter's configuration
    public static boolean takesLocalCurrency(Optional<Path> file) {
        return file.map(path -> Config.just(ConfigSources.file(path))
                        .get("local-currency")
                        .asBoolean()
                        .orElse(false))
                .orElse(false);
    }
}

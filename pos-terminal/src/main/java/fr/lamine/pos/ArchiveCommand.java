package fr.lamine.pos;

import fr.lamine.model.archive.ArchiveLabel;
import fr.lamine.pos.control.Archives;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// `lamine archive DIR PERIOD FILE [--sans-pesees]`: hands out a period of a counter that is not running.
public final class ArchiveCommand {

    private ArchiveCommand() {}

    public static void main(String[] arguments) throws IOException {
        boolean withheld = arguments.length == 4 && arguments[3].equals("--sans-pesees");
        boolean period = arguments.length >= 3
                && (arguments[1].equals(ArchiveLabel.WHOLE) || arguments[1].matches("[0-9]{4}(-[0-9]{2}){0,2}"));
        if (!period || arguments.length != (withheld ? 4 : 3)) {
            System.err.println("Usage : lamine archive DOSSIER PÉRIODE FICHIER.zip [--sans-pesees]");
            System.err.println("        PÉRIODE : 2026-11-23, 2026-11, 2026, ou tout");
            System.exit(2);
        }
        System.exit(archive(List.of(arguments), withheld) ? 0 : 1);
    }

    private static boolean archive(List<String> arguments, boolean withheld) throws IOException {
        Path file = Path.of(arguments.get(2));
        try (StillCounter counter = StillCounter.open(Path.of(arguments.get(0)))) {
            Archives archives = new Archives(counter.store(), counter.station(), counter.book());
            return switch (archives.make(arguments.get(1), withheld, file, Instant.now())) {
                case Archives.Outcome.Made(var made, var entries) -> {
                    System.out.println(entries + " écritures dans " + made + ". Pour vérifier : ./lamine verify " + made
                            + " --key " + archives.fingerprint());
                    yield true;
                }
                case Archives.Outcome.NoSuchPeriod _ -> {
                    System.err.println("Ce poste n’a aucune clôture pour " + arguments.get(1) + ".");
                    yield false;
                }
            };
        } catch (FileAlreadyExistsException e) {
            System.err.println("Le fichier " + file + " existe déjà : une archive n’en remplace jamais une autre.");
            return false;
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}

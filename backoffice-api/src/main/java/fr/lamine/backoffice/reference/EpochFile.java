package fr.lamine.backoffice.reference;

import fr.lamine.backoffice.catalog.RevisionDao.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// What terminals were last told of the reference data, kept outside the database: a database that knows less was put
/// back from a copy. Safe for use by several threads.
public final class EpochFile {

    private final Path file;
    private long noted = -1;

    public EpochFile(Path file) {
        this.file = file;
    }

    record Noted(String epoch, long revision) {}

    Optional<Noted> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] part = Files.readString(file).strip().split(" ");
        if (part.length != 2 || !part[1].matches("[0-9]{1,18}")) {
            throw new IOException("Le fichier d’époque du bureau n’est pas lisible : " + file);
        }
        return Optional.of(new Noted(part[0], Long.parseLong(part[1])));
    }

    /// Notes a state before anybody is told of it.
    public synchronized void note(State state) {
        if (state.revision() <= noted) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, state.epoch() + " " + state.revision() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        noted = state.revision();
    }
}

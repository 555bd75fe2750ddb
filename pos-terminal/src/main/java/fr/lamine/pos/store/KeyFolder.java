package fr.lamine.pos.store;

import fr.lamine.model.journal.Json;
import fr.lamine.model.journal.Keys.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder of keys: one file a generation, never taken away, and the terminal's identity. Readable by the service
/// alone and outside the data folder, so that a copy of the data is not a copy of the terminal, and data put back from
/// a copy do not put the keys back: they remember which generations have begun.
public final class KeyFolder {

    private static final Pattern KEY_FILE = Pattern.compile("generation-([0-9]{1,6})\\.key");

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty until the office has enrolled this terminal.
    public Optional<TerminalIdentity> identity() {
        Path file = folder.resolve("terminal.json");
        return Files.exists(file) ? Optional.of(Json.read(read(file), TerminalIdentity.class)) : Optional.empty();
    }

    /// @throws IllegalStateException when another terminal already lives here
    public void keep(TerminalIdentity identity) {
        Optional<TerminalIdentity> known = identity();
        if (known.isPresent() && !known.get().terminal().equals(identity.terminal())) {
            throw new IllegalStateException("this is terminal " + known.get().terminal() + " already");
        }
        write(folder.resolve("terminal.json"), Json.write(identity));
    }

    public Optional<SigningKey> key(int generation) {
        return key(keyFile(generation)).or(() -> key(draftFile(generation)));
    }

    private static Optional<SigningKey> key(Path file) {
        return Files.exists(file) ? Optional.of(SigningKey.parse(read(file))) : Optional.empty();
    }

    /// The key of a generation, made now if it has none yet.
    public SigningKey keyOrNew(int generation) {
        Optional<SigningKey> known = key(generation);
        if (known.isPresent()) {
            return known.get();
        }
        SigningKey made = SigningKey.generate();
        write(keyFile(generation), made.secretText());
        return made;
    }

    /// A key for a generation that is about to begin, the same one until it has begun.
    SigningKey draft(int generation) {
        Optional<SigningKey> known = key(generation);
        if (known.isPresent()) {
            return known.get();
        }
        SigningKey made = SigningKey.generate();
        write(draftFile(generation), made.secretText());
        return made;
    }

    /// From now on the keys know that this generation has begun.
    void begun(int generation) {
        Path draft = draftFile(generation);
        if (Files.exists(draft)) {
            try {
                Files.move(draft, keyFile(generation), StandardCopyOption.ATOMIC_MOVE);
                forceFolder();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The last generation that has begun, or the one whose key was made to enrol.
    public OptionalInt lastGeneration() {
        try (var files = Files.list(folder)) {
            return files.map(f -> KEY_FILE.matcher(f.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(m -> Integer.parseInt(m.group(1)))
                    .max();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path keyFile(int generation) {
        return folder.resolve("generation-" + generation + ".key");
    }

    private Path draftFile(int generation) {
        return folder.resolve("generation-" + generation + ".draft");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}

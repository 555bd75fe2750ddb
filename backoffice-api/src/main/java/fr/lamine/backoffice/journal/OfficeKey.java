package fr.lamine.backoffice.journal;

import fr.lamine.model.journal.Keys.SigningKey;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The office's own key, in a file that the service alone may read.
public final class OfficeKey {

    private OfficeKey() {}

    public static SigningKey loadOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return SigningKey.parse(Files.readString(file));
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, mode);
                var out = Channels.newOutputStream(channel)) {
            out.write(SigningKey.generate().secretText().getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            if (Files.size(file) == 0) {
                throw new IOException("the key file of the office is empty: " + file, e);
            }
        }
    }
}

package fr.lamine.pos;

import fr.lamine.model.archive.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// An export as a controller handles it.
public final class ExportFile {

    private ExportFile() {}

    /// Hands the whole journal out and says what verify says of it.
    public static String verified(TestCounter counter, Path file, String fingerprint) throws IOException {
        Export.write(counter.store, counter.station, counter.book, file, counter.now);
        return verify(file, fingerprint);
    }

    public static String verify(Path file, String fingerprint) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        VerifyCommand.verify(file, Optional.of(fingerprint), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}

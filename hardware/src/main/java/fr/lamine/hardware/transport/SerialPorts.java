package fr.lamine.hardware.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The serial lines of this computer. Looking opens none of them.
public final class SerialPorts {

    private static final Path BY_ID = Path.of("/dev/serial/by-id");

    /// A line.
    ///
    /// @param port by which [Serial] opens it; where the system keeps one, the name that survives re-plugging
    /// @param description in the words of the device or the system
    public record Found(String port, String description) {}

    private SerialPorts() {}

    /// All lines there are now, in no order.
    public static List<Found> list() {
        Map<Path, Path> lasting = lastingNames(BY_ID);
        return Arrays.stream(SerialPort.getCommPorts())
                .map(line -> {
                    Path path = Path.of(line.getSystemPortPath());
                    return new Found(lasting.getOrDefault(path, path).toString(), line.getDescriptivePortName());
                })
                .toList();
    }

    /// From the lines to their links in that folder.
    static Map<Path, Path> lastingNames(Path folder) {
        Map<Path, Path> names = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (Stream<Path> links = Files.list(folder)) {
            for (Path link : links.filter(Files::exists).toList()) {
                names.put(link.toRealPath(), link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("looking for serial lines", e);
        }
        return names;
    }
}

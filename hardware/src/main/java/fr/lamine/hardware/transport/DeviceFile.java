package fr.lamine.hardware.transport;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is a device, on Linux: `/dev/usb/lp0`, `/dev/hidraw2`; or a plain file anywhere, to which writings are
/// added and which never answers. A device must be there already, a plain file is made.
public record DeviceFile(Path path) implements Endpoint {

    private static final Path DEVICES = Path.of("/dev");

    @Override
    public Link open() throws IOException {
        if (path.startsWith(DEVICES) && !Files.exists(path)) {
            throw new IOException("no such device: " + path);
        }
        return Files.exists(path) && !Files.isRegularFile(path)
                ? new DeviceFileLink(Posix.open(path))
                : new PlainFileLink(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public String name() {
        return "file " + path;
    }
}

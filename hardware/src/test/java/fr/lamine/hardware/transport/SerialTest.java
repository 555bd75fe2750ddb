package fr.lamine.hardware.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.scanner.Scan;
import fr.lamine.hardware.scanner.Scanner;
import fr.lamine.hardware.scanner.ScannerProtocol;
import fr.lamine.hardware.transport.Transport.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real serial library over a pair of pseudo-terminals made by socat: one end for the driver, one for the device.
class SerialTest {

    @TempDir
    private Path folder;

    private Cable cable;

    @BeforeEach
    void plugIn() throws Exception {
        cable = Cable.in(folder);
    }

    @AfterEach
    void pullOut() throws Exception {
        if (cable != null) {
            cable.close();
        }
    }

    @Test
    void aBurstOfScansOverTheLineLosesNone() throws Exception {
        List<String> codes =
                IntStream.range(0, 300).mapToObj("04901%08d"::formatted).toList();
        List<Scan> scans = new CopyOnWriteArrayList<>();
        try (Scanner scanner = Scanner.start(
                        ScannerProtocol.LINES, cable.driverLine(9_600), InstantSource.system(), scans::add, _ -> {});
                Link gun = cable.deviceFile().open()) {
            Tools.await("open", scanner::state, State.OPEN::equals);
            gun.write(
                    (String.join("\r\n", codes) + "\r\n").getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(10));
            Tools.await("all scans", scans::size, n -> n == codes.size());
        }
        assertEquals(codes, scans.stream().map(Scan::text).toList());
    }
}

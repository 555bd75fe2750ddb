package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OfficeConfigTest {

    @TempDir
    Path folder;

    @Test
    void withoutAWordTheOfficeIsForThisMachineAlone() {
        OfficeConfig config = OfficeConfig.read(List.of());
        assertEquals("127.0.0.1", config.host());
        assertEquals(8080, config.port());
        assertEquals(Optional.empty(), config.external());
        assertEquals(Set.of("localhost", "127.0.0.1", "[::1]"), config.allowedHosts());
        assertFalse(config.demo());
    }

    @Test
    void aWordOverrulesTheFile() throws IOException {
        Path file = file("""
                port: 9000
                data: office-data
                allowed-hosts: bureau.example, 192.168.1.5
                database:
                  url: jdbc:postgresql://db/lamine
                  user: lamine
                  password: secret
                """);
        OfficeConfig config = OfficeConfig.read(List.of("--config", file.toString(), "--port", "9001", "--demo"));
        assertEquals(9001, config.port());
        assertEquals(Path.of("office-data"), config.data());
        assertEquals(
                Optional.of(new OfficeConfig.External("jdbc:postgresql://db/lamine", "lamine", "secret")),
                config.external());
        assertTrue(config.allowedHosts().containsAll(Set.of("localhost", "bureau.example", "192.168.1.5")));
        assertTrue(config.demo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--prot 1", "port 1", "--port", "--port x", "--port 70000", "--port -1", "--config none.yaml"})
    void whatIsNotUnderstoodIsSaidAtOnce(String words) {
        assertThrows(IllegalArgumentException.class, () -> OfficeConfig.read(List.of(words.split(" "))));
    }

    @Test
    void aWordMisspeltInTheFileIsNotPassedOver() throws IOException {
        Path file = file("prot: 9000\n");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> OfficeConfig.read(List.of("--config", file.toString())));
        assertTrue(refused.getMessage().contains("prot"), refused.getMessage());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("office.yaml"), text);
    }
}

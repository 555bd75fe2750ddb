package fr.lamine.backoffice.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
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

    @Test
    void thePublicAddressIsAHostUnderWhichBrowsersMayComeAndMailNeedsASender() {
        OfficeConfig config = OfficeConfig.read(List.of(
                "--public-address",
                "https://Tickets.example/",
                "--mail.host",
                "mail.example",
                "--mail.from",
                "tickets@exemple.fr"));
        assertEquals(Optional.of(URI.create("https://Tickets.example")), config.publicAddress());
        assertTrue(config.allowedHosts().contains("tickets.example"));
        MailServer mail = config.mail().orElseThrow();
        assertEquals(587, mail.port());
        assertEquals(MailServer.Security.STARTTLS, mail.security());
        assertEquals(Optional.empty(), OfficeConfig.read(List.of()).mail());
        for (List<String> wrong : List.of(
                List.of("--public-address", "tickets.example"),
                List.of("--public-address", "https://tickets.example/?a=b"),
                List.of("--mail.host", "mail.example"),
                List.of("--mail.host", "mail.example", "--mail.from", "a@b.fr", "--mail.security", "perhaps"))) {
            assertThrows(IllegalArgumentException.class, () -> OfficeConfig.read(wrong), wrong.toString());
        }
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

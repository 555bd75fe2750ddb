package fr.lamine.backoffice.platform;

import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How one office runs: a YAML file, overruled by the words of the command line (`--port 8080`).
///
/// @param data         folder of the embedded database and of the office's secrets
/// @param external     a PostgreSQL to use instead of the embedded one
/// @param allowedHosts host names, besides this machine's own, under which browsers may come
/// @param demo         a demonstration: never for real trade
/// @param restored     the database was put back from a backup: terminals must take everything anew
/// @param rebuild      all tables that follow from the journals are dropped and built again before the door opens
/// @param publicAddress where customers reach the office, if they can
/// @param mail         by which the office sends receipts, if it does
public record OfficeConfig(
        String host,
        int port,
        Path data,
        Optional<External> external,
        Set<String> allowedHosts,
        boolean demo,
        boolean restored,
        boolean rebuild,
        Optional<URI> publicAddress,
        Optional<MailServer> mail) {

    private static final Set<String> FLAGS = Set.of("demo", "restored", "rebuild");
    private static final Set<String> OPTIONS = Set.of(
            "config",
            "host",
            "port",
            "data",
            "database.url",
            "database.user",
            "database.password",
            "allowed-hosts",
            "public-address",
            "mail.host",
            "mail.port",
            "mail.user",
            "mail.password",
            "mail.from",
            "mail.security");

    public OfficeConfig(
            String host,
            int port,
            Path data,
            Optional<External> external,
            Set<String> allowedHosts,
            boolean demo,
            boolean restored) {
        this(host, port, data, external, allowedHosts, demo, restored, false, Optional.empty(), Optional.empty());
    }

    public record External(String url, String user, String password) {}

    /// @throws IllegalArgumentException with a plain sentence when a word or a value is not understood
    public static OfficeConfig read(List<String> words) {
        Map<String, String> said = options(words);
        Config file = said.containsKey("config") ? file(said.get("config")) : Config.empty();
        Optional<URI> address = value("public-address", said, file).map(OfficeConfig::address);
        return new OfficeConfig(
                value("host", said, file).orElse("127.0.0.1"),
                port(value("port", said, file).orElse("8080")),
                Path.of(value("data", said, file).orElse("data/office")),
                value("database.url", said, file)
                        .map(url -> new External(
                                url,
                                value("database.user", said, file).orElse(""),
                                value("database.password", said, file).orElse(""))),
                hosts(value("allowed-hosts", said, file), address),
                value("demo", said, file).map(Boolean::parseBoolean).orElse(false),
                value("restored", said, file).map(Boolean::parseBoolean).orElse(false),
                value("rebuild", said, file).map(Boolean::parseBoolean).orElse(false),
                address,
                value("mail.host", said, file)
                        .map(server -> new MailServer(
                                server,
                                port(value("mail.port", said, file).orElse("587")),
                                value("mail.user", said, file).orElse(""),
                                value("mail.password", said, file).orElse(""),
                                value("mail.from", said, file).orElse(""),
                                MailServer.Security.of(
                                        value("mail.security", said, file).orElse("starttls")))));
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).startsWith("--") ? words.get(i).substring(2) : "";
            if (FLAGS.contains(name)) {
                said.put(name, "true");
            } else if (OPTIONS.contains(name) && i + 1 < words.size()) {
                said.put(name, words.get(++i));
            } else {
                throw new IllegalArgumentException("Option inconnue ou sans valeur : " + words.get(i));
            }
        }
        return said;
    }

    private static Config file(String name) {
        try {
            Config file = Config.builder()
                    .disableEnvironmentVariablesSource()
                    .disableSystemPropertiesSource()
                    .addSource(ConfigSources.file(name))
                    .build();
            List<String> unknown = file.asMap().orElse(Map.of()).keySet().stream()
                    .filter(key -> !FLAGS.contains(key) && !OPTIONS.contains(key))
                    .sorted()
                    .toList();
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("Option inconnue dans " + name + " : " + String.join(", ", unknown));
            }
            return file;
        } catch (ConfigException e) {
            throw new IllegalArgumentException("Le fichier de configuration n’est pas lisible : " + name, e);
        }
    }

    private static Optional<String> value(String name, Map<String, String> said, Config file) {
        return Optional.ofNullable(said.get(name))
                .or(() -> file.get(name).asString().asOptional());
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Port impossible : " + text);
        }
        return port;
    }

    private static URI address(String text) {
        String plain = text.replaceAll("/+$", "");
        if (!plain.matches("https?://[A-Za-z0-9.-]{1,100}(:[0-9]{1,5})?(/[A-Za-z0-9._-]{1,40}){0,2}")) {
            throw new IllegalArgumentException("Adresse publique impossible : " + text);
        }
        return URI.create(plain);
    }

    private static Set<String> hosts(Optional<String> text, Optional<URI> address) {
        Set<String> hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));
        address.ifPresent(a -> hosts.add(a.getHost().toLowerCase(Locale.ROOT)));
        text.ifPresent(t -> hosts.addAll(List.of(t.strip().split("\\s*,\\s*"))));
        return hosts;
    }
}

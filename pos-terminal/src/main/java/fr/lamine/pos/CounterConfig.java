package fr.lamine.pos;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the counter was started with.
///
/// @param port   of the screens; 0 for any free one
/// @param office address of the office; absent for a counter that works alone
/// @param demo   devices are emulated
/// @param config file that names the devices
/// @param enrol  one-time code of the office, for the first start
/// @param controls first of three ports for hands on the emulated devices; 0 for any
public record CounterConfig(
        Path data,
        int port,
        Optional<URI> office,
        boolean demo,
        Optional<Path> config,
        Optional<String> enrol,
        int controls) {

    private static final Set<String> VALUED =
            Set.of("--data", "--port", "--office", "--config", "--enrol", "--controls");

    static final String USAGE =
            "--data DOSSIER [--port N] [--office ADRESSE] [--config FICHIER] [--enrol CODE] [--demo] [--controls N]";

    /// @throws IllegalArgumentException with a plain French sentence
    public static CounterConfig read(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (name.equals("--demo")) {
                given.put(name, "");
            } else if (VALUED.contains(name) && i + 1 < arguments.size()) {
                i++;
                given.put(name, arguments.get(i));
            } else {
                throw new IllegalArgumentException("Je ne comprends pas « " + name + " ». Attendu : " + USAGE);
            }
        }
        if (!given.containsKey("--data")) {
            throw new IllegalArgumentException("Il manque le dossier des données. Attendu : " + USAGE);
        }
        Optional<Path> config = Optional.ofNullable(given.get("--config")).map(Path::of);
        if (config.isPresent() && !Files.isReadable(config.get())) {
            throw new IllegalArgumentException("Ce fichier n’est pas lisible : " + config.get());
        }
        return new CounterConfig(
                Path.of(given.get("--data")).toAbsolutePath().normalize(),
                port(given.getOrDefault("--port", "8081")),
                Optional.ofNullable(given.get("--office")).map(CounterConfig::address),
                given.containsKey("--demo"),
                config,
                Optional.ofNullable(given.get("--enrol")),
                port(given.getOrDefault("--controls", "0")));
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("Ce n’est pas un port : " + text);
        }
        return Integer.parseInt(text);
    }

    private static URI address(String text) {
        if (!text.matches("https?://[A-Za-z0-9.:_\\[\\]-]{1,200}/?")) {
            throw new IllegalArgumentException("Ce n’est pas l’adresse d’un bureau : " + text);
        }
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}

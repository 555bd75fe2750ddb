package fr.lamine.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterConfigTest {

    @Test
    void aDemoIsReadAsTheLauncherGivesIt() {
        CounterConfig config = CounterConfig.read(
                List.of("--data", "data/counter", "--port", "8081", "--office", "http://127.0.0.1:8080", "--demo"));
        assertEquals(8081, config.port());
        assertEquals(Optional.of(URI.create("http://127.0.0.1:8080")), config.office());
        assertTrue(config.demo());
        assertTrue(config.data().isAbsolute());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port 8081",
                "--data d --port high",
                "--data d --port 70000",
                "--data d --office ftp://x",
                "--data d --moon",
                "--data d --config nowhere.yaml",
                "--data"
            })
    void whatCannotBeUnderstoodIsSaidInFrench(String line) {
        var e = assertThrows(IllegalArgumentException.class, () -> CounterConfig.read(List.of(line.split(" "))));
        assertTrue(e.getMessage().matches("(Il|Je|Ce).*"), e.getMessage());
    }
}

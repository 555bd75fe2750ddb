package fr.lamine.pos.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The pictograms, once in each page: those of a file beside it are fetched and read anew, all of them, whenever
/// another
/// one appears.
public final class Icons {

    public static final Content SPRITE = output -> output.writeContent(Sprite.TEXT);

    private Icons() {}

    private static final class Sprite {
        static final String TEXT = read().replaceAll("<!--.*?-->|\\n", "")
                .replace("<svg xmlns", "<svg display=\"none\" aria-hidden=\"true\" xmlns")
                .replace("<symbol id=\"", "<symbol id=\"i-");

        private static String read() {
            try (InputStream in = Icons.class.getResourceAsStream("/lamine/assets/icons.svg")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

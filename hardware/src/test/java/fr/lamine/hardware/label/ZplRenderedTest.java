package fr.lamine.hardware.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.printer.Bitmap;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Our ZPL drawn by a program that is not ours, fetched into `target` by npm.
class ZplRenderedTest {

    private static final String PACKAGE = "zpl-renderer-js";
    private static final String VERSION = "3.4.0";

    private static final String SCRIPT = """
            const { ready } = require(process.argv[1]);
            const zpl = require('node:fs').readFileSync(0, 'latin1');
            ready.then(({ api }) => api.zplToBase64Async(zpl, +process.argv[2], +process.argv[3], 8))
                .then(png => process.stdout.write(png))
                .catch(e => { process.stderr.write(String(e)); process.exit(1); });
            """;

    @Test
    void aProgramThatIsNotOursDrawsTheSameLabel() throws Exception {
        LabelSize size = LabelSize.of(60, 40, Resolution.DPI203);
        Bitmap label = LabelDrawing.of(Samples.LABEL, size).orElseThrow();
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(rendered(new Zpl().job(label, size, 1), size)));
        assertEquals(size.width(), drawn.getWidth());
        assertEquals(size.height(), drawn.getHeight());
        int different = 0;
        for (int y = 0; y < label.height(); y++) {
            for (int x = 0; x < label.width(); x++) {
                boolean isBlack = (drawn.getRGB(x, y) & 0xff) < 128;
                different += isBlack == label.isBlack(x, y) ? 0 : 1;
            }
        }
        assertEquals(0, different, "dots that differ");
        assertEquals(
                Samples.CODES,
                Tools.zbarimg(withMargin(drawn)).stream().sorted().toList());
    }

    private static byte[] rendered(byte[] zpl, LabelSize size) throws Exception {
        Process node = new ProcessBuilder(
                        "node",
                        "-e",
                        SCRIPT,
                        library().toAbsolutePath().toString(),
                        Integer.toString(size.widthMm()),
                        Integer.toString(size.heightMm()))
                .start();
        try (var in = node.getOutputStream()) {
            in.write(zpl);
        }
        byte[] png = node.getInputStream().readAllBytes();
        String complaint = new String(node.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(node.waitFor(60, TimeUnit.SECONDS) && node.exitValue() == 0, complaint);
        return Base64.getDecoder().decode(png);
    }

    private static Path library() throws Exception {
        Tools.need("node", "nodejs");
        Tools.need("npm", "npm");
        Path folder = Files.createDirectories(Path.of("target", "npm"));
        Path library = folder.resolve("node_modules").resolve(PACKAGE).resolve("dist/index.cjs.js");
        if (!Files.exists(library)) {
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--no-save",
                            "--no-package-lock",
                            "--no-audit",
                            "--no-fund",
                            "--prefix",
                            folder.toAbsolutePath().toString(),
                            PACKAGE + "@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            if (!npm.waitFor(180, TimeUnit.SECONDS)) {
                npm.destroyForcibly();
            }
        }
        if (!Files.exists(library)) {
            Tools.lack("NOT RUN: this test needs the network: npm could not fetch " + PACKAGE + " " + VERSION);
        }
        return library;
    }

    private static byte[] withMargin(BufferedImage drawn) throws Exception {
        BufferedImage paper =
                new BufferedImage(drawn.getWidth() + 32, drawn.getHeight() + 32, BufferedImage.TYPE_INT_RGB);
        var graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        graphics.drawImage(drawn, 16, 16, null);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(paper, "png", png);
        return png.toByteArray();
    }
}

package fr.lamine.hardware.printer;

import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Loopback;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class LoopbackPrinterTest extends PrinterContract {

    private final Loopback line = new Loopback();
    private final Thread far = Thread.ofVirtual().unstarted(this::serve);

    private void serve() {
        try {
            while (true) {
                Optional<Link> link = line.accept(Duration.ofSeconds(1));
                if (link.isPresent()) {
                    converse(link.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(Link link) {
        try (link) {
            device.serve(link);
        } catch (IOException over) {
            return;
        }
    }

    @Override
    protected Endpoint wired() {
        far.start();
        return line;
    }

    @AfterEach
    void stop() {
        far.interrupt();
    }

    @Override
    protected void pullTheCable() {
        line.unplug();
    }

    @Override
    protected void putTheCableBack() {
        line.plug();
    }
}

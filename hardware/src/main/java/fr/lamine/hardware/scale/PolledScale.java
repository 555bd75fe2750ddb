package fr.lamine.hardware.scale;

import fr.lamine.hardware.scale.Hearing.Heard;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Link;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/// A scale that speaks when it is asked. A question without an answer is asked again after a second.
public abstract class PolledScale extends Scale {

    private static final Duration LISTEN = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Polling polling;
    private final Supplier<ScaleDecoder> decoder;

    /// @param decoder a new one for each connection
    protected PolledScale(
            ScaleIdentity identity,
            Endpoint endpoint,
            InstantSource clock,
            Polling polling,
            Supplier<ScaleDecoder> decoder) {
        super(identity, endpoint, clock);
        this.polling = polling;
        this.decoder = decoder;
    }

    @Override
    protected final void converse(Link link) throws IOException, InterruptedException {
        Hearing hearing = new Hearing(this, decoder.get());
        while (true) {
            ask(link, hearing);
            Thread.sleep(polling.pause());
            Optional<byte[]> command = nextCommand();
            if (command.isPresent()) {
                link.write(command.get(), PATIENCE);
                Thread.sleep(polling.pause());
            }
        }
    }

    private void ask(Link link, Hearing hearing) throws IOException {
        Iterator<String> questions = polling.questions().iterator();
        boolean answered = true;
        while (answered && questions.hasNext()) {
            link.write(Polling.bytes(questions.next()), PATIENCE);
            answered = answered(link, hearing, questions.hasNext() ? Heard.SOMETHING : Heard.A_READING);
        }
    }

    private static boolean answered(Link link, Hearing hearing, Heard enough) throws IOException {
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < deadline) {
            if (hearing.listen(link, LISTEN).compareTo(enough) >= 0) {
                return true;
            }
        }
        return false;
    }
}

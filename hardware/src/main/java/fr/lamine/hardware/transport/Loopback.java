package fr.lamine.hardware.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/// Two ends in memory: the driver opens one, a test or an emulator takes the other with [#accept]. Can be unplugged.
public final class Loopback implements Endpoint {

    private final LinkedBlockingDeque<Link> waiting = new LinkedBlockingDeque<>(8);
    private final LinkedBlockingDeque<Pipe> pipes = new LinkedBlockingDeque<>();
    private volatile boolean plugged = true;

    @Override
    public synchronized Link open() throws IOException {
        Pipe toDevice = new Pipe();
        Pipe toDriver = new Pipe();
        if (!plugged || !waiting.offer(new Pipe.End(toDevice, toDriver))) {
            throw new ConnectException("nothing at the other end");
        }
        pipes.add(toDevice);
        pipes.add(toDriver);
        return new Pipe.End(toDriver, toDevice);
    }

    /// The device's end of the next opening, or empty when the driver did not open within `timeout`.
    public Optional<Link> accept(Duration timeout) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// Cuts every open link and refuses new ones until [#plug()].
    public synchronized void unplug() {
        plugged = false;
        pipes.forEach(Pipe::close);
        pipes.clear();
        waiting.clear();
    }

    public void plug() {
        plugged = true;
    }

    @Override
    public String name() {
        return "loopback";
    }
}

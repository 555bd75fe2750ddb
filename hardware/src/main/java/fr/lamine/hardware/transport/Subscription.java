package fr.lamine.hardware.transport;

/// Closing it ends the listening.
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}

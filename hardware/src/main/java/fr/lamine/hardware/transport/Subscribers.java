package fr.lamine.hardware.transport;

import java.lang.System.Logger.Level;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Who listens to a device. Listeners run on the device's thread and must return quickly; one that throws is a bug of
/// its own, which is logged and does not stop the device or the other listeners.
public final class Subscribers<T> {

    private record Entry<T>(Consumer<T> listener) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final CopyOnWriteArrayList<Entry<T>> entries = new CopyOnWriteArrayList<>();

    public Subscription add(Consumer<T> listener) {
        Entry<T> entry = new Entry<>(listener);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    public void tell(T news) {
        for (Entry<T> entry : entries) {
            try {
                entry.listener().accept(news);
            } catch (RuntimeException e) {
                System.getLogger(Subscribers.class.getName()).log(Level.ERROR, "Fault in a listener of a device", e);
            }
        }
    }
}

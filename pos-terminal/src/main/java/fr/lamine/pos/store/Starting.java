package fr.lamine.pos.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A start under way: whoever wants to record waits for its end. The thread that does it may record.
final class Starting {

    private final FutureTask<Boolean> work;
    private volatile Thread thread;

    Starting(Runnable start) {
        work = new FutureTask<>(start, true);
        thread = Thread.ofPlatform().daemon().name("start").unstarted(work);
    }

    void beside() {
        thread.start();
    }

    void here() {
        thread = Thread.currentThread();
        work.run();
        await();
    }

    /// Throws what the start threw.
    void await() {
        if (Thread.currentThread() == thread && !work.isDone()) {
            return;
        }
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException("the store could not be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the store was being started", e);
        }
    }

    /// Waits for its end, however it ends.
    void settle() {
        try {
            await();
        } catch (RuntimeException e) {
            System.getLogger(Starting.class.getName())
                    .log(System.Logger.Level.DEBUG, "closed after a start that failed", e);
        }
    }
}

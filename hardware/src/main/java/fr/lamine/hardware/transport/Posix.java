package fr.lamine.hardware.transport;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Arrays;

/// An open device file of Linux. Java's own files can neither wait with a time-out nor be read and written at once.
final class Posix {

    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int ENOENT = 2;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final int descriptor;

    private Posix(int descriptor) {
        this.descriptor = descriptor;
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, all);
    }

    static Posix open(Path path) throws IOException {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            throw new IOException("device files are for Linux only");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
            int descriptor = (int) OPEN.invokeExact(state, arena.allocateFrom(path.toString()), flags);
            if (descriptor < 0) {
                throw new IOException("cannot open " + path + ": " + cause(errno(state)));
            }
            return new Posix(descriptor);
        } catch (Throwable e) {
            throw asThrown(e);
        }
    }

    private static String cause(int errno) {
        return switch (errno) {
            case ENOENT -> "no such device";
            case EACCES -> "permission refused; a udev rule or a group lacks (docs/devices.md)";
            case EBUSY -> "held by another program";
            default -> "error " + errno;
        };
    }

    boolean canRead(long millis) throws IOException {
        return ready(POLLIN, millis);
    }

    boolean canWrite(long millis) throws IOException {
        return ready(POLLOUT, millis);
    }

    /// Also when the device is gone: the read or write that follows then says so.
    private boolean ready(short event, long millis) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wanted = arena.allocate(8, 4);
            wanted.set(JAVA_INT, 0, descriptor);
            wanted.set(JAVA_SHORT, 4, event);
            return (int) POLL.invokeExact(arena.allocate(STATE), wanted, 1L, (int) millis) > 0;
        } catch (Throwable e) {
            throw asThrown(e);
        }
    }

    /// @return 0 when there is nothing after all
    int read(byte[] buffer) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment bytes = arena.allocate(buffer.length);
            long result = (long) READ.invokeExact(state, descriptor, bytes, (long) buffer.length);
            if (result == 0) {
                throw new EOFException("the device is gone");
            }
            int count = moved(result, state, "reading");
            MemorySegment.copy(bytes, JAVA_BYTE, 0, buffer, 0, count);
            return count;
        } catch (Throwable e) {
            throw asThrown(e);
        }
    }

    /// @return how many bytes were taken, 0 when there is no room after all
    int write(byte[] bytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment copy = arena.allocateFrom(JAVA_BYTE, bytes);
            long result = (long) WRITE.invokeExact(state, descriptor, copy, (long) bytes.length);
            return moved(result, state, "writing");
        } catch (Throwable e) {
            throw asThrown(e);
        }
    }

    private static int moved(long result, MemorySegment state, String doing) throws IOException {
        if (result >= 0) {
            return (int) result;
        }
        if (errno(state) == EAGAIN || errno(state) == EINTR) {
            return 0;
        }
        throw new IOException(doing + ": " + cause(errno(state)));
    }

    private static int errno(MemorySegment state) {
        return (int) ERRNO.get(state, 0L);
    }

    void close() {
        try (Arena arena = Arena.ofConfined()) {
            int result = (int) CLOSE.invokeExact(arena.allocate(STATE), descriptor);
            if (result < 0) {
                System.getLogger(Posix.class.getName()).log(System.Logger.Level.DEBUG, "closing a device file");
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a method handle throws is declared as anything.
    private static IOException asThrown(Throwable thrown) {
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        return thrown instanceof IOException e ? e : new IOException(thrown);
    }
}

package fr.lamine.hardware.usb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A computer's USB made of nothing: umockdev's preloaded library sends the native library's system calls to
/// [Gadget]s in this very process. One for the life of the process, as there is one libusb.
@SuppressWarnings("restricted")
final class Umockdev {

    private static final String ROOT_HUB = """
            P: /devices/pci0000:00/usb1
            N: bus/usb/001/001
            E: SUBSYSTEM=usb
            E: DEVTYPE=usb_device
            E: BUSNUM=001
            E: DEVNUM=001
            E: DEVNAME=/dev/bus/usb/001/001
            E: MAJOR=189
            E: MINOR=0
            A: busnum=1\\n
            A: devnum=1\\n
            A: speed=480\\n
            A: bConfigurationValue=1\\n
            H: descriptors=12010002090001406B1D020002060302010109021900010100E0000904000001090000000705810304000C
            """;

    private static final int STILL_ANSWERING = 8;

    private final SymbolLookup library = SymbolLookup.libraryLookup("libumockdev.so.0", Arena.global());
    private final SymbolLookup glib = SymbolLookup.libraryLookup("libglib-2.0.so.0", Arena.global());
    private final SymbolLookup gobject = SymbolLookup.libraryLookup("libgobject-2.0.so.0", Arena.global());
    private final Map<Long, Gadget> gadgets = new ConcurrentHashMap<>();
    private final Deque<String> pulledOut = new ArrayDeque<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final MethodHandle request = function(library, "umockdev_ioctl_client_get_request", JAVA_LONG, ADDRESS);
    private final MethodHandle argument = function(library, "umockdev_ioctl_client_get_arg", ADDRESS, ADDRESS);
    private final MethodHandle complete =
            action(library, "umockdev_ioctl_client_complete", ADDRESS, JAVA_LONG, JAVA_INT);
    private final MemorySegment bed;

    Umockdev() {
        try {
            bed = (MemorySegment)
                    function(library, "umockdev_testbed_new", ADDRESS).invokeExact();
            MemorySegment loop = (MemorySegment) function(glib, "g_main_loop_new", ADDRESS, ADDRESS, JAVA_INT)
                    .invokeExact(MemorySegment.NULL, 0);
            MethodHandle run = action(glib, "g_main_loop_run", ADDRESS);
            Thread.ofPlatform().daemon().name("umockdev").start(() -> {
                try {
                    run.invokeExact(loop);
                } catch (Throwable e) {
                    faults.add(e);
                }
            });
            add(ROOT_HUB);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// What went wrong in the gadgets' answers.
    List<Throwable> faults() {
        return faults;
    }

    /// Plugs it into port `port` of bus 1, under another address than the last times. There is somebody to answer for
    /// it before it shows: umockdev ends the process that opens a device when nobody does.
    void plug(Gadget gadget, int port) {
        answerFor(gadget, Gadget.node(gadget.pluggedInto(port)));
        add(gadget.text());
        uevent(gadget, "add");
    }

    private void answerFor(Gadget gadget, String node) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment base = (MemorySegment)
                    function(library, "umockdev_ioctl_base_new", ADDRESS).invokeExact();
            gadgets.put(base.address(), gadget);
            MemorySegment ignored = answering(base);
            int attached = (int)
                    function(library, "umockdev_testbed_attach_ioctl", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
                            .invokeExact(bed, arena.allocateFrom(node), base, MemorySegment.NULL);
            if (attached == 0) {
                throw new IllegalStateException("cannot answer for " + node);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// Pulls it out: whoever waits for it is told so.
    synchronized void unplug(Gadget gadget) {
        String node = Gadget.node(gadget.address());
        gadget.pulledOut();
        uevent(gadget, "remove");
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle remove = action(library, "umockdev_testbed_remove_device", ADDRESS, ADDRESS);
            for (String path : gadget.paths()) {
                remove.invokeExact(bed, arena.allocateFrom(path));
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        pulledOut.add(node);
        if (pulledOut.size() > STILL_ANSWERING) {
            answerNoMore(pulledOut.remove());
        }
    }

    /// Much later, for whoever is opening it at this moment.
    private void answerNoMore(String node) {
        try (Arena arena = Arena.ofConfined()) {
            int ignored = (int) function(library, "umockdev_testbed_detach_ioctl", JAVA_INT, ADDRESS, ADDRESS, ADDRESS)
                    .invokeExact(bed, arena.allocateFrom(node), MemorySegment.NULL);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String text) {
        try (Arena arena = Arena.ofConfined()) {
            int added = (int) function(library, "umockdev_testbed_add_from_string", JAVA_INT, ADDRESS, ADDRESS, ADDRESS)
                    .invokeExact(bed, arena.allocateFrom(text + "\n"), MemorySegment.NULL);
            if (added == 0) {
                throw new IllegalStateException("umockdev does not understand:\n" + text);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void uevent(Gadget gadget, String action) {
        try (Arena arena = Arena.ofConfined()) {
            action(library, "umockdev_testbed_uevent", ADDRESS, ADDRESS, ADDRESS)
                    .invokeExact(bed, arena.allocateFrom(gadget.path()), arena.allocateFrom(action));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private MemorySegment answering(MemorySegment base) throws Throwable {
        MethodHandle method = MethodHandles.lookup()
                .bind(
                        this,
                        "answer",
                        MethodType.methodType(
                                int.class, MemorySegment.class, MemorySegment.class, MemorySegment.class));
        MemorySegment callback = Linker.nativeLinker()
                .upcallStub(method, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS), Arena.global());
        try (Arena arena = Arena.ofConfined()) {
            long ignored = (long) function(
                            gobject,
                            "g_signal_connect_data",
                            JAVA_LONG,
                            ADDRESS,
                            ADDRESS,
                            ADDRESS,
                            ADDRESS,
                            ADDRESS,
                            JAVA_INT)
                    .invokeExact(
                            base,
                            arena.allocateFrom("handle-ioctl"),
                            callback,
                            MemorySegment.NULL,
                            MemorySegment.NULL,
                            0);
        }
        return callback;
    }

    /// One system call of the native library; called by umockdev on its thread. An exception must not leave it.
    int answer(MemorySegment base, MemorySegment client, MemorySegment data) {
        try {
            long code = (long) request.invokeExact(client);
            MemorySegment wrapped = (MemorySegment) argument.invokeExact(client);
            long pointer =
                    wrapped.reinterpret(32).get(ADDRESS, 24).reinterpret(8).get(JAVA_LONG, 0);
            long result = gadgets.get(base.address()).ioctl(code & 0xffffffffL, pointer);
            if (result == Gadget.UNKNOWN_CALL) {
                return 0;
            }
            complete.invokeExact(client, result < 0 ? -1L : result, result < 0 ? (int) -result : 0);
            return 1;
        } catch (Throwable e) {
            faults.add(e);
            return 0;
        }
    }

    private static MethodHandle function(
            SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle action(SymbolLookup library, String name, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
    }
}

package fr.lamine.hardware.usb;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A USB device as the Linux kernel shows it to libusb (usbdevice_fs.h): descriptors, and answers to system calls. What
/// happens at its two pipes is decided at its far end, a [FarEnd].
@SuppressWarnings("restricted")
public final class Gadget {

    static final long UNKNOWN_CALL = Long.MIN_VALUE;

    private static final long SUBMIT = 0x8038550aL;
    private static final long REAP_IF_DONE = 0x4008550dL;
    private static final long DISCARD = 0x550bL;
    private static final long CLAIM = 0x8004550fL;
    private static final long RELEASE = 0x80045510L;
    private static final long DRIVER = 0x41045508L;
    private static final long TO_DRIVER = 0xc0105512L;
    private static final long CAPABILITIES = 0x8004551aL;
    private static final long CLEAR_HALT = 0x80045515L;
    private static final long SET_INTERFACE = 0x80085504L;
    private static final int DISCONNECT = 0x5516;
    private static final int CONNECT = 0x5517;
    private static final int CAN = 0x1d;
    private static final int CONTROL = 2;

    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;
    private static final int ENODEV = 19;
    private static final int EINVAL = 22;
    private static final int ENODATA = 61;
    private static final int DISCARDED = -2;
    private static final int STALLED = -32;
    private static final int SHUT_DOWN = -108;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /// One request of libusb, still in its memory.
    private record Urb(MemorySegment memory) {
        static Urb at(long pointer) {
            return new Urb(MemorySegment.ofAddress(pointer).reinterpret(56));
        }

        int type() {
            return memory.get(ValueLayout.JAVA_BYTE, 0) & 0xff;
        }

        int endpoint() {
            return memory.get(ValueLayout.JAVA_BYTE, 1) & 0xff;
        }

        MemorySegment data() {
            int length = memory.get(ValueLayout.JAVA_INT, 24);
            return memory.get(ValueLayout.ADDRESS, 16).reinterpret(length);
        }

        int moved() {
            return memory.get(ValueLayout.JAVA_INT, 28);
        }

        void moved(int count) {
            memory.set(ValueLayout.JAVA_INT, 28, count);
        }

        void status(int status) {
            memory.set(ValueLayout.JAVA_INT, 4, status);
        }
    }

    private final Model model;
    private final Optional<String> serial;
    private final FarEnd farEnd;
    private final Deque<Urb> waiting = new ArrayDeque<>();
    private final Deque<Urb> done = new ArrayDeque<>();
    private final List<String> features = new ArrayList<>();
    private int address;
    private int port;
    private int idle;
    private int stalls;
    private int requests;
    private boolean hollow;
    private boolean present;
    private boolean driverBound;
    private boolean claimed;

    Gadget(Model model, Optional<String> serial, FarEnd farEnd) {
        this.model = model;
        this.serial = serial;
        this.farEnd = farEnd;
    }

    synchronized int pluggedInto(int socket) {
        port = socket;
        address = 2 + ADDRESSES.getAndIncrement() % 126;
        present = true;
        driverBound = true;
        claimed = false;
        return address;
    }

    synchronized void pulledOut() {
        present = false;
        for (Urb urb : waiting) {
            urb.status(SHUT_DOWN);
            done.add(urb);
        }
        waiting.clear();
        farEnd.pulledOut();
    }

    synchronized int address() {
        return address;
    }

    public synchronized boolean isClaimed() {
        return claimed;
    }

    synchronized boolean canBeClaimed() {
        return !driverBound && !claimed;
    }

    public synchronized boolean hasKernelDriver() {
        return driverBound;
    }

    /// Refuses this many reads, each until its halt is cleared.
    synchronized void stall(int times) {
        stalls = times;
    }

    /// Answers each read at once, with nothing, as some printers do.
    synchronized void answerWithNothing() {
        hollow = true;
    }

    /// Reads and writes asked for since the start.
    synchronized int requests() {
        return requests;
    }

    /// Feature and output reports set over the control pipe, in hex.
    synchronized List<String> reportsSet() {
        return List.copyOf(features);
    }

    String path() {
        return "/sys/devices/pci0000:00/usb1/1-" + port;
    }

    /// What it has put into /sys, the deepest first.
    List<String> paths() {
        String face = path() + "/1-%d:1.0".formatted(port);
        return model.reportDescriptor().length == 0 ? List.of(path()) : List.of(face + "/" + hidName(), face, path());
    }

    private String hidName() {
        return "0003:%04X:%04X.%04X".formatted(model.vendor(), model.product(), address);
    }

    static String node(int address) {
        return "/dev/bus/usb/001/%03d".formatted(address);
    }

    String text() {
        HexFormat hex = HexFormat.of().withUpperCase();
        String device = """
                P: /devices/pci0000:00/usb1/1-%1$d
                N: bus/usb/001/%2$03d
                E: SUBSYSTEM=usb
                E: DEVTYPE=usb_device
                E: BUSNUM=001
                E: DEVNUM=%2$03d
                E: DEVNAME=/dev/bus/usb/001/%2$03d
                E: MAJOR=189
                E: MINOR=%3$d
                A: busnum=1\\n
                A: devnum=%2$d\\n
                A: speed=12\\n
                A: bConfigurationValue=1\\n
                H: descriptors=%4$s
                """.formatted(port, address, address - 1, hex.formatHex(model.descriptors(serial.isPresent())));
        return model.reportDescriptor().length == 0 ? device : device + hidText(hex);
    }

    /// What the kernel's HID driver publishes.
    private String hidText(HexFormat hex) {
        return """

                P: /devices/pci0000:00/usb1/1-%1$d/1-%1$d:1.0
                E: SUBSYSTEM=usb
                E: DEVTYPE=usb_interface

                P: /devices/pci0000:00/usb1/1-%1$d/1-%1$d:1.0/%2$s
                E: SUBSYSTEM=hid
                H: report_descriptor=%3$s
                """.formatted(port, hidName(), hex.formatHex(model.reportDescriptor()));
    }

    /// @return what the system call returns, or minus an errno
    synchronized long ioctl(long code, long pointer) throws InterruptedException {
        if (code == REAP_IF_DONE) {
            return reap(pointer);
        }
        if (!present) {
            return -ENODEV;
        }
        if (code == SUBMIT && driverBound && asksTheInterface(Urb.at(pointer))) {
            return -EBUSY;
        }
        if (code == SUBMIT) {
            requests++;
            waiting.add(Urb.at(pointer));
            move();
            return 0;
        }
        if (code == DISCARD) {
            return discard(pointer);
        }
        MemorySegment argument = MemorySegment.ofAddress(pointer).reinterpret(264);
        if (code == CLAIM) {
            boolean free = canBeClaimed();
            claimed |= free;
            return free ? 0 : -EBUSY;
        }
        if (code == RELEASE) {
            claimed = false;
            return 0;
        }
        if (code == DRIVER) {
            return driver(argument);
        }
        if (code == TO_DRIVER) {
            return toDriver(argument.get(ValueLayout.JAVA_INT, 4));
        }
        if (code == CAPABILITIES) {
            argument.set(ValueLayout.JAVA_INT, 0, CAN);
            return 0;
        }
        if (code == CLEAR_HALT || code == SET_INTERFACE) {
            return 0;
        }
        return UNKNOWN_CALL;
    }

    /// The kernel lets nobody ask an interface that its own driver holds.
    private static boolean asksTheInterface(Urb urb) {
        return urb.type() == CONTROL && (urb.data().get(ValueLayout.JAVA_BYTE, 0) & 0x1f) == 1;
    }

    private long driver(MemorySegment argument) {
        if (!driverBound && !claimed) {
            return -ENODATA;
        }
        argument.asSlice(4).setString(0, driverBound ? model.kernelDriver() : "usbfs", StandardCharsets.US_ASCII);
        return 0;
    }

    private long toDriver(int order) {
        if (order == DISCONNECT) {
            boolean was = driverBound;
            driverBound = false;
            return was ? 0 : -ENODATA;
        }
        if (order == CONNECT) {
            driverBound = true;
            return 1;
        }
        return UNKNOWN_CALL;
    }

    /// The first refusal comes at once, the next ones slowly: the file always looks ready, and libusb would spin.
    private long reap(long pointer) throws InterruptedException {
        move();
        Urb urb = done.poll();
        if (urb == null) {
            if (!present) {
                return -ENODEV;
            }
            if (idle++ > 0) {
                wait(1);
            }
            return -EAGAIN;
        }
        idle = 0;
        MemorySegment.ofAddress(pointer).reinterpret(8).set(ValueLayout.ADDRESS, 0, urb.memory());
        return 0;
    }

    private long discard(long pointer) {
        for (Urb urb : waiting) {
            if (urb.memory().address() == pointer) {
                waiting.remove(urb);
                urb.status(DISCARDED);
                done.add(urb);
                return 0;
            }
        }
        return -EINVAL;
    }

    /// Does what can be done now, in order at each pipe.
    private void move() {
        boolean inHeldUp = false;
        boolean outHeldUp = false;
        for (Urb urb : List.copyOf(waiting)) {
            boolean in = (urb.endpoint() & 0x80) != 0;
            if (urb.type() == CONTROL) {
                urb.status(control(urb));
                finished(urb);
            } else if (urb.endpoint() != model.in() && urb.endpoint() != model.out()) {
                urb.status(STALLED);
                finished(urb);
            } else if (in ? !inHeldUp : !outHeldUp) {
                boolean complete = in ? filled(urb) : emptied(urb);
                inHeldUp |= in && !complete;
                outHeldUp |= !in && !complete;
            }
        }
    }

    private void finished(Urb urb) {
        waiting.remove(urb);
        done.add(urb);
    }

    private boolean filled(Urb urb) {
        if (stalls > 0 || hollow) {
            urb.status(stalls-- > 0 ? STALLED : 0);
            finished(urb);
            return true;
        }
        Optional<byte[]> packet = farEnd.toHost((int) urb.data().byteSize());
        if (packet.isEmpty()) {
            return false;
        }
        MemorySegment.copy(packet.get(), 0, urb.data(), ValueLayout.JAVA_BYTE, 0, packet.get().length);
        urb.moved(packet.get().length);
        urb.status(0);
        finished(urb);
        return true;
    }

    /// A printer whose buffer is full takes the rest later.
    private boolean emptied(Urb urb) {
        byte[] all = urb.data().toArray(ValueLayout.JAVA_BYTE);
        urb.moved(urb.moved() + farEnd.fromHost(all, urb.moved()));
        if (urb.moved() < all.length) {
            return false;
        }
        urb.status(0);
        finished(urb);
        return true;
    }

    private int control(Urb urb) {
        byte[] setup = urb.data().asSlice(0, 8).toArray(ValueLayout.JAVA_BYTE);
        int value = (setup[2] & 0xff) | (setup[3] & 0xff) << 8;
        if (setup[1] == 9 && setup[0] == 0x21) {
            byte[] report = urb.data().asSlice(8).toArray(ValueLayout.JAVA_BYTE);
            features.add("%04x %s".formatted(value, HexFormat.ofDelimiter(" ").formatHex(report)));
            urb.moved(report.length);
            return model.takesFeatures() ? 0 : STALLED;
        }
        if (setup[1] != 6 || (setup[0] & 0x80) == 0) {
            return STALLED;
        }
        byte[] answer = described(value >> 8, value & 0xff);
        int count = (int) Math.min(answer.length, urb.data().byteSize() - 8);
        MemorySegment.copy(answer, 0, urb.data(), ValueLayout.JAVA_BYTE, 8, count);
        urb.moved(count);
        return answer.length == 0 ? STALLED : 0;
    }

    private byte[] described(int kind, int index) {
        return switch (kind) {
            case 0x22 -> model.reportDescriptor();
            case 3 ->
                switch (index) {
                    case 0 -> new byte[] {4, 3, 9, 4};
                    case 1 -> string("La Mine");
                    case 2 -> string(model.name().toLowerCase(Locale.ROOT));
                    default -> serial.map(Gadget::string).orElse(new byte[0]);
                };
            default -> new byte[0];
        };
    }

    private static byte[] string(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] letters = text.getBytes(StandardCharsets.UTF_16LE);
        bytes.write(letters.length + 2);
        bytes.write(3);
        bytes.writeBytes(Arrays.copyOf(letters, letters.length));
        return bytes.toByteArray();
    }
}

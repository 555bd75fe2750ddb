package fr.lamine.hardware.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.Duration;
import org.usb4java.BufferUtils;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/// Waits in slices, each under the lock: closing a handle that libusb still uses crashes the process, so [#close()]
/// waits
/// for the slice to end.
final class UsbLink implements Link {

    private static final long READ_SLICE = 100;
    private static final long WRITE_SLICE = 500;
    private static final int CHUNK = 16_384;
    private static final int MOST_STALLS = 5;
    private static final byte SET_REPORT = 9;
    private static final int OUTPUT = 2;
    private static final int FEATURE = 3;

    private final DeviceHandle handle;
    private final UsbPipes pipes;
    private final ByteBuffer incoming;
    private final IntBuffer moved = BufferUtils.allocateIntBuffer();
    private volatile boolean closed;
    private boolean released;
    private int stalls;

    /// Takes over `handle`, whose interface is claimed.
    UsbLink(DeviceHandle handle, UsbPipes pipes) {
        this.handle = handle;
        this.pipes = pipes;
        this.incoming = BufferUtils.allocateByteBuffer(
                        pipes.in().map(UsbPipes.Pipe::packet).orElse(1))
                .limit(0);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        if (pipes.isHid() && buffer.length < incoming.capacity()) {
            throw new IllegalArgumentException("a report of this device may have " + incoming.capacity() + " bytes");
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!incoming.hasRemaining()) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                return 0;
            }
            receive(Math.min(left, READ_SLICE));
        }
        int count = Math.min(buffer.length, incoming.remaining());
        incoming.get(buffer, 0, count);
        return count;
    }

    /// Leaves `incoming` empty when nothing came. Some printers answer at once with an empty packet: that is nothing,
    /// too, and no cause to ask again without a pause.
    private void receive(long millis) throws IOException {
        if (pipes.in().isEmpty()) {
            pause(millis);
            return;
        }
        int result;
        synchronized (this) {
            refuseIfClosed();
            incoming.clear();
            result = transfer(pipes.in().get(), incoming, millis);
            incoming.limit(moved.get(0));
            noteStall(result, pipes.in().get());
        }
        if (incoming.hasRemaining()) {
            return;
        }
        if (result != LibUsb.ERROR_TIMEOUT && result != LibUsb.ERROR_INTERRUPTED && result != LibUsb.ERROR_PIPE) {
            UsbTrouble.refuse(result, "reading");
            pause(Math.min(millis, 5));
        }
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws IOException {
        if (pipes.isHid()) {
            writeReport(bytes, timeout);
            return;
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        int taken = 0;
        while (taken < bytes.length) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                throw stalled(taken, bytes.length);
            }
            taken = send(bytes, taken, Math.min(left, WRITE_SLICE));
        }
    }

    /// @return how many of the bytes are taken in all
    private synchronized int send(byte[] bytes, int from, long millis) throws IOException {
        refuseIfClosed();
        UsbPipes.Pipe out = pipes.out().orElseThrow(() -> new IOException("the device takes no bytes"));
        int result = transfer(out, direct(bytes, from, Math.min(CHUNK, bytes.length - from)), millis);
        int taken = from + moved.get(0);
        noteStall(result, out);
        if (result < 0
                && result != LibUsb.ERROR_TIMEOUT
                && result != LibUsb.ERROR_INTERRUPTED
                && result != LibUsb.ERROR_PIPE) {
            throw UsbTrouble.of(result, "writing, at least " + taken + " of " + bytes.length + " bytes taken");
        }
        return taken;
    }

    private static SocketTimeoutException stalled(int taken, int all) {
        SocketTimeoutException stalled =
                new SocketTimeoutException("the device took " + taken + " of " + all + " bytes");
        stalled.bytesTransferred = taken;
        return stalled;
    }

    private synchronized void writeReport(byte[] report, Duration timeout) throws IOException {
        refuseIfClosed();
        if (report.length == 0) {
            return;
        }
        if (pipes.out().isEmpty()) {
            int result = setReport(OUTPUT, report, timeout);
            if (result != LibUsb.ERROR_PIPE) {
                UsbTrouble.refuse(result, "writing a report");
            }
            return;
        }
        ByteBuffer data = direct(report, 0, report.length);
        int result = transfer(pipes.out().get(), data, Math.max(1, timeout.toMillis()));
        if (result == LibUsb.ERROR_TIMEOUT) {
            throw stalled(moved.get(0), report.length);
        }
        UsbTrouble.refuse(result, "writing a report");
    }

    @Override
    public synchronized boolean feature(byte[] report, Duration timeout) throws IOException {
        refuseIfClosed();
        int result = pipes.isHid() ? setReport(FEATURE, report, timeout) : LibUsb.ERROR_PIPE;
        if (result == LibUsb.ERROR_PIPE) {
            return false;
        }
        UsbTrouble.refuse(result, "setting a feature");
        return true;
    }

    private int setReport(int type, byte[] report, Duration timeout) {
        ByteBuffer data = direct(report, 0, report.length);
        byte requestType = (byte) (LibUsb.ENDPOINT_OUT | LibUsb.REQUEST_TYPE_CLASS | LibUsb.RECIPIENT_INTERFACE);
        short value = (short) (type << 8 | report[0] & 0xff);
        return LibUsb.controlTransfer(
                handle, requestType, SET_REPORT, value, (short) pipes.number(), data, Math.max(1, timeout.toMillis()));
    }

    /// The native side looks at a buffer's capacity, never at its limit.
    private static ByteBuffer direct(byte[] bytes, int from, int count) {
        return BufferUtils.allocateByteBuffer(count).put(bytes, from, count).flip();
    }

    private int transfer(UsbPipes.Pipe pipe, ByteBuffer data, long millis) {
        moved.put(0, 0);
        return pipe.type() == LibUsb.TRANSFER_TYPE_INTERRUPT
                ? LibUsb.interruptTransfer(handle, pipe.address(), data, moved, millis)
                : LibUsb.bulkTransfer(handle, pipe.address(), data, moved, millis);
    }

    private void noteStall(int result, UsbPipes.Pipe pipe) throws IOException {
        if (result != LibUsb.ERROR_PIPE) {
            stalls = 0;
            return;
        }
        if (++stalls > MOST_STALLS) {
            throw UsbTrouble.of(result, "after " + stalls + " attempts");
        }
        UsbTrouble.refuse(LibUsb.clearHalt(handle, pipe.address()), "clearing a halt");
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the device", e);
        }
    }

    private void refuseIfClosed() throws EOFException {
        if (closed) {
            throw new EOFException("the USB device is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        closeWhenAtRest();
    }

    private synchronized void closeWhenAtRest() {
        if (!released) {
            released = true;
            LibUsb.releaseInterface(handle, pipes.number());
            LibUsb.close(handle);
        }
    }
}

package fr.lamine.hardware.usb;

import java.util.HexFormat;

/// The gadgets of the tests, each with its own endpoint numbers, so that no driver may know them by heart.
public enum Model {
    /// A postal scale: reports of 6 bytes in, 2 bytes out.
    SCALE(
            0x0922,
            0x8003,
            "usbhid",
            0x82,
            0x02,
            "09 04 00 00 02 03 00 00 00",
            "03 08 00 04",
            "03 08 00 0a",
            "05 8d 09 01 a1 01"),
    /// A scanner in HID POS mode.
    SCANNER(0x0c2e, 0x0b01, "usbhid", 0x83, 0x00, "09 04 00 00 01 03 00 00 00", "03 40 00 01", "", "05 8c 09 02 a1 01"),
    /// A scanner in keyboard mode.
    KEYBOARD(
            0x0c2e, 0x0b02, "usbhid", 0x81, 0x00, "09 04 00 00 01 03 01 01 00", "03 08 00 0a", "", "05 01 09 06 a1 01"),
    /// A ticket printer.
    PRINTER(0x04b8, 0x0e15, "usblp", 0x84, 0x03, "09 04 00 00 02 07 01 02 00", "02 40 00 00", "02 40 00 00", ""),
    /// A cheap one that never answers.
    MUTE_PRINTER(0x0416, 0x5011, "usblp", 0x00, 0x01, "09 04 00 00 01 07 01 01 00", "", "02 40 00 00", "");

    private final int vendor;
    private final int product;
    private final String kernelDriver;
    private final int in;
    private final int out;
    private final String face;
    private final String inType;
    private final String outType;
    private final String report;

    Model(
            int vendor,
            int product,
            String kernelDriver,
            int in,
            int out,
            String face,
            String inType,
            String outType,
            String report) {
        this.vendor = vendor;
        this.product = product;
        this.kernelDriver = kernelDriver;
        this.in = in;
        this.out = out;
        this.face = face;
        this.inType = inType;
        this.outType = outType;
        this.report = report;
    }

    int vendor() {
        return vendor;
    }

    int product() {
        return product;
    }

    String kernelDriver() {
        return kernelDriver;
    }

    int in() {
        return in;
    }

    int out() {
        return out;
    }

    boolean takesFeatures() {
        return this == SCANNER;
    }

    byte[] reportDescriptor() {
        return hex(report);
    }

    byte[] descriptors(boolean withSerial) {
        String hid = report.isEmpty() ? "" : "09 21 11 01 00 01 22 %02x 00 ".formatted(hex(report).length);
        String pipes = pipe(in, inType) + pipe(out, outType);
        String setting = face + " " + hid + pipes;
        int total = 9 + hex(setting).length;
        String device = "12 01 00 02 00 00 00 40 %s %s 00 01 01 02 %02x 01 "
                .formatted(littleEndian(vendor), littleEndian(product), withSerial ? 3 : 0);
        return hex(device + "09 02 %s 01 01 00 80 32 ".formatted(littleEndian(total)) + setting);
    }

    private static String pipe(int address, String type) {
        return address == 0 ? "" : "07 05 %02x %s ".formatted(address, type);
    }

    private static String littleEndian(int number) {
        return "%02x %02x".formatted(number & 0xff, number >> 8);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}

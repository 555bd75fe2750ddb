package fr.lamine.hardware.usb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.transport.Link;
import fr.lamine.hardware.transport.Subscription;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.hardware.transport.Usb.Use;
import fr.lamine.hardware.transport.UsbDevices;
import fr.lamine.hardware.transport.UsbDevices.Change;
import fr.lamine.hardware.transport.UsbId;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FindingUsbTest extends OnTheBed {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final byte[] REPORT = {3, 4, 3, (byte) 0xfe, (byte) 0xd2, 4};

    private static UsbId scale(Optional<String> serial, Optional<String> socket) {
        return new UsbId(Model.SCALE.vendor(), Model.SCALE.product(), serial, socket);
    }

    private static void assertReads(UsbId id, FarEnd farEnd) throws IOException {
        farEnd.write(REPORT, SOON);
        byte[] buffer = new byte[64];
        try (Link link = new Usb(id, Use.HID).open()) {
            assertArrayEquals(REPORT, Arrays.copyOf(buffer, link.read(buffer, SOON)));
        }
    }

    private static String refusal(UsbId id, Use use) {
        return assertThrows(IOException.class, () -> new Usb(id, use).open().close())
                .getMessage();
    }

    @Test
    void whatIsPluggedInTellsItsKindItsNamesAndItsSocket() throws Exception {
        plug(Model.SCALE, "AB 12", 2);
        plug(Model.SCANNER, new FarEnd(), 3);
        plug(Model.KEYBOARD, new FarEnd(), 4);
        plug(Model.PRINTER, "X".repeat(126), 5);
        assertEquals(
                List.of(
                        "KEYBOARD 0c2e:0b02@1-4 GRANTED La Mine keyboard",
                        "PRINTER 04b8:0e15/" + "X".repeat(126) + "@1-5 GRANTED La Mine printer",
                        "SCALE 0922:8003/AB+12@1-2 GRANTED La Mine scale",
                        "SCANNER 0c2e:0b01@1-3 GRANTED La Mine scanner"),
                present().stream()
                        .map(d -> d.kind() + " " + d.id() + " " + d.access() + " "
                                + d.maker().orElse("-") + " " + d.model().orElse("-"))
                        .sorted()
                        .toList());
    }

    @Test
    void comingAndGoingIsToldOnceEach() throws Exception {
        List<Change> heard = new CopyOnWriteArrayList<>();
        try (Subscription _ = UsbDevices.onChange(heard::add)) {
            for (int times = 1; times <= 3; times++) {
                int n = times;
                Gadget scale = plug(Model.SCALE, new FarEnd(), times);
                Tools.await("the coming", heard::size, size -> size == 2 * n - 1);
                unplug(scale);
                Tools.await("the going", heard::size, size -> size == 2 * n);
            }
        }
        Change came = new Change(true, 0x0922, 0x8003);
        Change went = new Change(false, 0x0922, 0x8003);
        assertEquals(List.of(came, went, came, went, came, went), heard);
    }

    @Test
    void theKernelsDriverIsPutAsideWhileTheLinkIsOpenAndComesBackAfter() throws Exception {
        Gadget scale = plug(Model.SCALE, new FarEnd(), 2);
        assertTrue(scale.hasKernelDriver());
        assertFalse(scale.canBeClaimed(), "busy as long as usbhid holds it");
        Usb usb = new Usb(any(Model.SCALE), Use.HID);
        try (Link _ = usb.open()) {
            assertTrue(scale.isClaimed());
            assertFalse(scale.hasKernelDriver());
            assertEquals("claiming: held by another program", refusal(any(Model.SCALE), Use.HID));
            assertTrue(scale.isClaimed(), "a refused second user must not take it from the first");
        }
        assertFalse(scale.isClaimed());
        assertTrue(scale.hasKernelDriver());
    }

    @Test
    void aDeviceWithASerialNumberIsFoundInAnySocket() throws Exception {
        FarEnd ours = new FarEnd();
        plug(Model.SCALE, "OTHER", 1);
        Gadget scale = new Gadget(Model.SCALE, Optional.of("OURS"), ours);
        plugIn(scale, 2);
        UsbId id = scale(Optional.of("OURS"), Optional.of("1-2"));
        assertReads(id, ours);
        unplug(scale);
        Tools.await("the loss", OnTheBed::present, devices -> devices.size() == 1);
        assertEquals("not plugged in", refusal(id, Use.HID));
        plugIn(scale, 7);
        assertReads(id, ours);
    }

    @Test
    void withoutOneItIsFoundInAnySocketAsLongAsItIsTheOnlyOfItsModel() throws Exception {
        FarEnd ours = new FarEnd();
        plug(Model.SCALE, ours, 4);
        UsbId id = scale(Optional.empty(), Optional.of("1-2"));
        assertReads(id, ours);
        plug(Model.SCALE, new FarEnd(), 5);
        assertEquals("2 equal devices are plugged in, none of them in its socket", refusal(id, Use.HID));
        assertReads(scale(Optional.empty(), Optional.of("1-4")), ours);
    }

    @Test
    void whatCannotServeSaysWhy() throws Exception {
        plug(Model.KEYBOARD, new FarEnd(), 1);
        plug(Model.SCALE, new FarEnd(), 2);
        assertEquals(
                "it has no reports to read: a keyboard? (a scanner must be set to HID POS)",
                refusal(any(Model.KEYBOARD), Use.HID));
        assertEquals("it is no printer", refusal(any(Model.SCALE), Use.PRINTER));
        assertEquals("not plugged in", refusal(any(Model.PRINTER), Use.PRINTER));
    }
}

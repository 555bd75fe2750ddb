package fr.lamine.hardware.drawer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.hardware.Hand;
import fr.lamine.hardware.emulator.PrinterEmulator;
import fr.lamine.hardware.printer.PaperWidth;
import fr.lamine.hardware.printer.PinLevel;
import fr.lamine.hardware.printer.PrintResult.Failed;
import fr.lamine.hardware.printer.PrintResult.Printed;
import fr.lamine.hardware.printer.Printer;
import fr.lamine.hardware.printer.PrinterState;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CashDrawerTest {

    private final PrinterEmulator device = new PrinterEmulator(PaperWidth.MM80);
    private CashDrawer drawer;

    @BeforeEach
    void plugIn() throws Exception {
        device.listen(0, 0);
        drawer = new CashDrawer(
                new Printer("Tickets", device.endpoint(), PaperWidth.MM80, true), DrawerSwitch.HIGH_WHEN_OPEN);
    }

    @AfterEach
    void pullOut() {
        device.close();
    }

    @Test
    void aPulseOpensItAndAHandClosesIt() throws Exception {
        try (Hand hand = new Hand(device.controlPort())) {
            assertEquals(DrawerState.CLOSED, told(drawer));
            assertEquals("OK CLOSED", hand.says("DRAWER"));
            assertEquals(new Printed(), drawer.open());
            assertEquals(DrawerState.OPEN, told(drawer));
            assertEquals("OK OPEN", hand.says("DRAWER"));
            assertEquals("OK", hand.says("DRAWER CLOSE"));
            assertEquals(DrawerState.CLOSED, told(drawer));
            assertEquals(1, device.kicks());
        }
    }

    @Test
    void aSwitchTheOtherWayRoundIsASetting() {
        device.drawerPinLowWhenOpen(true);
        CashDrawer other = new CashDrawer(drawer.printer(), DrawerSwitch.LOW_WHEN_OPEN);
        assertEquals(DrawerState.CLOSED, told(other));
        other.open();
        assertEquals(DrawerState.OPEN, told(other));
        assertEquals(DrawerState.CLOSED, told(drawer), "read the wrong way round");
    }

    @Test
    void whoeverOpensAndClosesItTeachesHowItsSwitchIsWired() {
        for (boolean low : new boolean[] {false, true}) {
            device.drawerPinLowWhenOpen(low);
            drawer.open();
            PinLevel open = pin();
            device.closeDrawer();
            PinLevel closed = pin();
            assertEquals(
                    low ? DrawerSwitch.LOW_WHEN_OPEN : DrawerSwitch.HIGH_WHEN_OPEN, DrawerSwitch.learnt(open, closed));
        }
        assertEquals(DrawerSwitch.NONE, DrawerSwitch.learnt(PinLevel.HIGH, PinLevel.HIGH));
        assertEquals(DrawerSwitch.NONE, DrawerSwitch.learnt(PinLevel.LOW, PinLevel.LOW));
    }

    /// A printer that was too slow to answer on a busy machine is asked again.
    private PinLevel pin() {
        return Stream.generate(() -> drawer.printer().drawerPin())
                .limit(10)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static DrawerState told(CashDrawer asked) {
        return Stream.generate(asked::state)
                .limit(10)
                .filter(state -> state != DrawerState.UNKNOWN)
                .findFirst()
                .orElse(DrawerState.UNKNOWN);
    }

    @Test
    void withoutPaperItDoesNotOpenAndItsStateIsKnown() {
        device.paperOut();
        assertEquals(new Failed(PrinterState.PAPER_OUT), drawer.open());
        assertEquals(DrawerState.CLOSED, told(drawer));
        assertEquals(0, device.kicks());
    }

    @Test
    void itsStateIsNeverGuessed() {
        assertEquals(DrawerState.UNKNOWN, new CashDrawer(drawer.printer()).state());
        device.mute(true);
        assertEquals(DrawerState.UNKNOWN, drawer.state());
        device.mute(false);
        device.garbled(true);
        assertEquals(DrawerState.UNKNOWN, drawer.state());
        device.garbled(false);
        device.unplug();
        assertEquals(DrawerState.UNKNOWN, drawer.state());
        device.plug();
        assertEquals(DrawerState.CLOSED, told(drawer));
    }
}

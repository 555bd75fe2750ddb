package fr.lamine.hardware.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.hardware.scale.Scale.Command;
import fr.lamine.hardware.scale.Scale.Sent;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import fr.lamine.hardware.transport.Loopback;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScaleProtocolTest {

    @ParameterizedTest
    @EnumSource
    void theNameInAConfigurationFileLeadsBack(ScaleProtocol protocol) {
        assertEquals(protocol, ScaleProtocol.named(protocol.configurationName()));
        assertFalse(protocol.frenchName().isBlank());
    }

    @ParameterizedTest
    @CsvSource({"stgs, STGS", "mtsics, MTSICS", "MTSICS, MTSICS", "dini-argeo, DINI_ARGEO", "mettler-8217, METTLER_8217"
    })
    void theNamesOfConfigurationFilesStay(String name, ScaleProtocol protocol) {
        assertEquals(protocol, ScaleProtocol.named(name));
    }

    @Test
    void anotherNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ScaleProtocol.named("morse"));
    }

    @ParameterizedTest
    @EnumSource
    void theCommandsItNamesAreThoseItsDriverHas(ScaleProtocol protocol) {
        Scale scale = protocol.driver(ScaleIdentity.emulated("B1", "Balance"), new Loopback(), InstantSource.system());
        Set<Command> has = EnumSet.noneOf(Command.class);
        if (scale.zero() != Sent.NOT_SUPPORTED) {
            has.add(Command.ZERO);
        }
        if (scale.tare() != Sent.NOT_SUPPORTED) {
            has.add(Command.TARE);
        }
        assertEquals(protocol.commands(), has);
    }

    @Test
    void everyProtocolKeepsTheContractOfScales() throws Exception {
        Set<ScaleProtocol> kept = EnumSet.noneOf(ScaleProtocol.class);
        for (Class<?> nested : ScaleTest.class.getDeclaredClasses()) {
            kept.add(((ScaleContract)
                            nested.getDeclaredConstructor(ScaleTest.class).newInstance(new ScaleTest()))
                    .protocol());
        }
        EnumSet<ScaleProtocol> left = EnumSet.allOf(ScaleProtocol.class);
        left.removeAll(kept);
        assertTrue(left.isEmpty(), "without a contract: " + left);
    }
}

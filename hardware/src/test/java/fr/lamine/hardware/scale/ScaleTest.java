package fr.lamine.hardware.scale;

import fr.lamine.hardware.emulator.speech.MtSicsSpeech;
import fr.lamine.hardware.emulator.speech.StgsSpeech;
import fr.lamine.hardware.scale.ScaleReading.Basis;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The contract over each protocol and dialect.
@Execution(ExecutionMode.CONCURRENT)
class ScaleTest {

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class AAndD extends ScaleContract {
        AAndD() {
            super(ScaleProtocol.STGS, StgsSpeech.A_AND_D, Basis.UNSTATED);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Ad4404 extends ScaleContract {
        Ad4404() {
            super(ScaleProtocol.STGS, StgsSpeech.AD_4404, Basis.NET);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class DiniArgeo extends ScaleContract {
        DiniArgeo() {
            super(ScaleProtocol.DINI_ARGEO, StgsSpeech.DINI_ARGEO, Basis.NET);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Cas extends ScaleContract {
        Cas() {
            super(ScaleProtocol.STGS, StgsSpeech.CAS, Basis.NET);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class MtSics extends ScaleContract {
        MtSics() {
            super(ScaleProtocol.MTSICS, new MtSicsSpeech(), Basis.UNSTATED);
        }
    }
}

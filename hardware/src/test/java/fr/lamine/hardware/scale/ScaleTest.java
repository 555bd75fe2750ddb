package fr.lamine.hardware.scale;

import fr.lamine.hardware.emulator.Speech;
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
            super(Speech.A_AND_D);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Ad4404 extends ScaleContract {
        Ad4404() {
            super(Speech.AD_4404);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class DiniArgeo extends ScaleContract {
        DiniArgeo() {
            super(Speech.DINI_ARGEO);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Cas extends ScaleContract {
        Cas() {
            super(Speech.CAS);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class MtSics extends ScaleContract {
        MtSics() {
            super(Speech.MT_SICS);
        }
    }
}

package fr.lamine.hardware.scale;

import fr.lamine.hardware.emulator.speech.AdamSpeech;
import fr.lamine.hardware.emulator.speech.CasEcrSpeech;
import fr.lamine.hardware.emulator.speech.GramSpeech;
import fr.lamine.hardware.emulator.speech.Mettler8217Speech;
import fr.lamine.hardware.emulator.speech.MtSicsSpeech;
import fr.lamine.hardware.emulator.speech.NciSpeech;
import fr.lamine.hardware.emulator.speech.OhausSpeech;
import fr.lamine.hardware.emulator.speech.StgsSpeech;
import fr.lamine.hardware.emulator.speech.UsbHidSpeech;
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
    class UsbHid extends ScaleContract {
        UsbHid() {
            super(ScaleProtocol.USB_HID, new UsbHidSpeech(), Basis.UNSTATED);
        }

        @Override
        String aBoxInBytes() {
            return "\\xd2\\x04";
        }
    }

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

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Mettler8217 extends ScaleContract {
        Mettler8217() {
            super(ScaleProtocol.METTLER_8217, new Mettler8217Speech(), Basis.NET);
        }

        @Override
        String movement() {
            return "Moving";
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class CasEcr extends ScaleContract {
        CasEcr() {
            super(ScaleProtocol.CAS_ECR, new CasEcrSpeech(), Basis.UNSTATED);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Nci extends ScaleContract {
        Nci() {
            super(ScaleProtocol.NCI, new NciSpeech(), Basis.UNSTATED);
        }

        @Override
        String movement() {
            return "Moving";
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Gram extends ScaleContract {
        Gram() {
            super(ScaleProtocol.GRAM, new GramSpeech(), Basis.NET);
        }

        @Override
        String overload() {
            return "NotReady REFUSED";
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Ohaus extends ScaleContract {
        Ohaus() {
            super(ScaleProtocol.OHAUS, new OhausSpeech(), Basis.NET);
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Adam extends ScaleContract {
        Adam() {
            super(ScaleProtocol.ADAM, new AdamSpeech(), Basis.UNSTATED);
        }

        @Override
        String movement() {
            return "NotReady STALE";
        }

        @Override
        String overload() {
            return "NotReady STALE";
        }
    }
}

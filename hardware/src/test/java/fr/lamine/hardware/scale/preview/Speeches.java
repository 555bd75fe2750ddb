package fr.lamine.hardware.scale.preview;

import fr.lamine.hardware.emulator.speech.AdamSpeech;
import fr.lamine.hardware.emulator.speech.CasEcrSpeech;
import fr.lamine.hardware.emulator.speech.GramSpeech;
import fr.lamine.hardware.emulator.speech.Mettler8217Speech;
import fr.lamine.hardware.emulator.speech.MtSicsSpeech;
import fr.lamine.hardware.emulator.speech.NciSpeech;
import fr.lamine.hardware.emulator.speech.OhausSpeech;
import fr.lamine.hardware.emulator.speech.Speech;
import fr.lamine.hardware.emulator.speech.StgsSpeech;
import fr.lamine.hardware.emulator.speech.UsbHidSpeech;
import fr.lamine.hardware.scale.protocol.ScaleProtocol;
import java.util.Arrays;
import java.util.List;

/// The device's side of each protocol.
public final class Speeches {

    private Speeches() {}

    /// The protocols that run over a line.
    static List<ScaleProtocol> spoken() {
        return Arrays.stream(ScaleProtocol.values())
                .filter(protocol -> protocol.line().isPresent())
                .toList();
    }

    public static Speech of(ScaleProtocol protocol) {
        return switch (protocol) {
            case USB_HID -> new UsbHidSpeech();
            case STGS -> StgsSpeech.A_AND_D;
            case DINI_ARGEO -> StgsSpeech.DINI_ARGEO;
            case MTSICS -> new MtSicsSpeech();
            case METTLER_8217 -> new Mettler8217Speech();
            case CAS_ECR -> new CasEcrSpeech();
            case NCI -> new NciSpeech();
            case GRAM -> new GramSpeech();
            case OHAUS -> new OhausSpeech();
            case ADAM -> new AdamSpeech();
        };
    }
}

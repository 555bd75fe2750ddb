package fr.lamine.pos.table;

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

/// What the scale of the table can be set to speak.
enum Dialect {
    A_AND_D(StgsSpeech.A_AND_D),
    AD_4404(StgsSpeech.AD_4404),
    CAS(StgsSpeech.CAS),
    DINI_ARGEO(StgsSpeech.DINI_ARGEO),
    MT_SICS(new MtSicsSpeech()),
    METTLER_8217(new Mettler8217Speech()),
    CAS_ECR(new CasEcrSpeech()),
    NCI(new NciSpeech()),
    GRAM(new GramSpeech()),
    OHAUS(new OhausSpeech()),
    ADAM(new AdamSpeech()),
    /// On USB, no more on its line: another scale must be chosen on the counter.
    USB_HID(new UsbHidSpeech());

    private final Speech speech;

    Dialect(Speech speech) {
        this.speech = speech;
    }

    Speech speech() {
        return speech;
    }
}

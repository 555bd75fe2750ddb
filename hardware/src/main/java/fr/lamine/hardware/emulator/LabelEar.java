package fr.lamine.hardware.emulator;

/// Understands one language of label printers; at most one job waits in it.
sealed interface LabelEar permits ZplEar, TsplEar {

    /// Takes bytes, does what they say; gives the bytes to answer.
    byte[] hear(byte[] bytes, int count);
}

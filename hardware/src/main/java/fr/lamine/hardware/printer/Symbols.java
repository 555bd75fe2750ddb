package fr.lamine.hardware.printer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.EAN13Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// Bar codes and QR codes as modules, by ZXing: one cell a module, quiet zone included.
public final class Symbols {

    private Symbols() {}

    /// 95 modules of bars and 9 of quiet on each side.
    ///
    /// @throws IllegalArgumentException when the digits or their check digit are wrong
    public static BitMatrix ean13(String digits) {
        return new EAN13Writer().encode(digits, BarcodeFormat.EAN_13, 0, 1, Map.of(EncodeHintType.MARGIN, 18));
    }

    /// Code set B, 10 modules of quiet on each side.
    public static BitMatrix code128(String text) {
        return new Code128Writer()
                .encode(
                        text,
                        BarcodeFormat.CODE_128,
                        0,
                        1,
                        Map.of(EncodeHintType.MARGIN, 20, EncodeHintType.FORCE_CODE_SET, "B"));
    }

    /// Error correction M, 4 modules of quiet on each side.
    public static BitMatrix qr(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalArgumentException("not for a QR code: " + text, e);
        }
    }
}

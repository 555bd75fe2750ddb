package fr.lamine.day;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/// Reads codes from paper and screens, as a scanner does.
final class Eyes {

    private Eyes() {}

    static String read(BarcodeFormat format, BufferedImage picture) {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        try {
            return new MultiFormatReader()
                    .decode(
                            bitmap,
                            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(format)))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError("no " + format + " in the picture", e);
        }
    }
}

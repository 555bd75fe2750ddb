package fr.lamine.hardware.emulator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One piece of paper of the emulated printer.
///
/// @param number 1, 2, 3 … in the order in which they were cut off
/// @param text   what people read on it
public record PrintedSheet(int number, String text, BufferedImage picture) {

    public boolean isBlank() {
        return text.isBlank();
    }

    /// The bars on it, as a scanner reads them from the dots: EAN-13 or Code 128.
    public Optional<String> barcode() {
        return read(List.of(BarcodeFormat.EAN_13, BarcodeFormat.CODE_128));
    }

    /// The QR code on it.
    public Optional<String> qr() {
        return read(List.of(BarcodeFormat.QR_CODE));
    }

    private Optional<String> read(List<BarcodeFormat> formats) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] dots = picture.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, dots)));
        try {
            Result result = new MultiFormatReader()
                    .decode(
                            bitmap,
                            Map.of(DecodeHintType.POSSIBLE_FORMATS, formats, DecodeHintType.TRY_HARDER, Boolean.TRUE));
            return Optional.of(result.getText());
        } catch (NotFoundException nothingToRead) {
            return Optional.empty();
        }
    }
}

package fr.lamine.hardware.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.hardware.Tools;
import fr.lamine.hardware.printer.Bitmap;
import fr.lamine.hardware.printer.Paper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelDrawingTest {

    @ParameterizedTest
    @CsvSource({
        "50, 30, DPI203",
        "57, 32, DPI203",
        "60, 40, DPI203",
        "40, 60, DPI203",
        "80, 60, DPI203",
        "100, 150, DPI203",
        "50, 30, DPI300",
        "60, 40, DPI300",
        "100, 50, DPI300",
    })
    void bothCodesCanBeReadOnEachSizeOfLabel(int widthMm, int heightMm, Resolution resolution) throws Exception {
        LabelSize size = LabelSize.of(widthMm, heightMm, resolution);
        Bitmap label = LabelDrawing.of(Samples.LABEL, size).orElseThrow();
        assertEquals(size.width(), label.width());
        assertEquals(size.height(), label.height());
        assertEquals(
                Samples.CODES,
                Tools.zbarimg(Paper.png(label.image(16))).stream().sorted().toList());
    }

    @Test
    void whatDoesNotFitIsNotCutOff() {
        assertEquals(Optional.empty(), LabelDrawing.of(Samples.LABEL, LabelSize.of(25, 10, Resolution.DPI203)));
        assertEquals(Optional.empty(), LabelDrawing.of(Samples.LABEL, LabelSize.of(50, 15, Resolution.DPI203)));
    }

    @Test
    void aSizeThatNoRollHasIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LabelSize.of(500, 30, Resolution.DPI203));
        assertThrows(IllegalArgumentException.class, () -> new LabelSize(50, 30, 11, Resolution.DPI203));
    }
}

package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// Everything that stands on the screen of one station.
///
/// @param token  one-time token that every form of this screen carries; fresh for each rendering
/// @param modes  the modes this operator may use; empty before sign-in
/// @param band   feedback on the last action, absent on a mere reload
/// @param ask    what stands until somebody settles it
/// @param drawn  grows with each drawing, so that a page never lets an older one cover a newer one
public record FrameView(
        String token,
        BarView bar,
        List<ModeView> modes,
        Optional<BandView> band,
        Optional<AskView> ask,
        ScreenView screen,
        long drawn) {

    public FrameView(String token, BarView bar, List<ModeView> modes, Optional<BandView> band, ScreenView screen) {
        this(token, bar, modes, band, Optional.empty(), screen, 0);
    }

    public FrameView {
        modes = List.copyOf(modes);
        if (token.isBlank()) {
            throw new IllegalArgumentException("a screen without a token");
        }
    }
}

package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// Labelling (*étiquettes*).
///
/// @param preview   address of the picture of the label as it will print; absent until it can be drawn
/// @param title     what the operator typed, may be empty
/// @param titleHint what the label says when nothing is typed
/// @param bases     where the mass is taken from: scale, average, typed
/// @param origins   sorting or shop
/// @param stuck     the code of the pre-printed label that is being registered
/// @param last      the last labels, newest first, at most 1
public record LabellingView(
        LabellingPanel panel,
        Optional<String> preview,
        String previewText,
        String title,
        String titleHint,
        WeightView weight,
        List<ChoiceView> bases,
        List<ChoiceView> origins,
        GoView go,
        Optional<String> stuck,
        List<LastLabel> last)
        implements ScreenView {

    public LabellingView {
        bases = List.copyOf(bases);
        origins = List.copyOf(origins);
        last = List.copyOf(last);
    }

    /// @param id what a reprint asks for
    public record LastLabel(String id, String time, String code, String title, String price) {}
}

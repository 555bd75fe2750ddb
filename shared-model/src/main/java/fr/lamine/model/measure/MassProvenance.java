package fr.lamine.model.measure;

import java.time.LocalDate;
import java.util.Optional;

/// Where a mass comes from; every weight in a fact carries one.
public sealed interface MassProvenance {

    /// Read from a scale, stable and in range.
    ///
    /// @param scale         the scale's own code, 1–40 characters
    /// @param accuracyClass OIML R76 class, or `NONE` for a scale that is not legal for trade
    /// @param stickerExpiry end of the verification sticker, absent when the scale has none
    /// @param rawFrame      what the scale sent, printable, at most 200 characters: the proof of the weighing
    /// @param emulated      true when no physical scale stood behind it
    record Weighed(
            String scale,
            AccuracyClass accuracyClass,
            Optional<LocalDate> stickerExpiry,
            String rawFrame,
            boolean emulated)
            implements MassProvenance {
        public Weighed {
            if (scale.isEmpty() || scale.length() > 40 || rawFrame.length() > 200) {
                throw new IllegalArgumentException("scale code or raw frame out of bounds");
            }
        }
    }

    /// Typed by a person because no scale could be used.
    record Typed() implements MassProvenance {}

    /// Weighed once, when the label was made.
    record Label() implements MassProvenance {}

    /// Taken from the table of average weights.
    ///
    /// @param tableRevision the reference revision whose table was used
    record Average(long tableRevision) implements MassProvenance {}

    /// A share of a lot that was weighed as a whole.
    record Share() implements MassProvenance {}

    /// The word that reports group by.
    default Kind kind() {
        return switch (this) {
            case Weighed _ -> Kind.WEIGHED;
            case Typed _ -> Kind.TYPED;
            case Label _ -> Kind.LABEL;
            case Average _ -> Kind.AVERAGE;
            case Share _ -> Kind.SHARE;
        };
    }

    enum Kind {
        WEIGHED,
        TYPED,
        LABEL,
        AVERAGE,
        SHARE
    }
}

package fr.lamine.pos.web;

import fr.lamine.pos.station.Answer;
import fr.lamine.pos.station.Refusal;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.BandView.Kind;
import fr.lamine.pos.web.view.BandView.UndoView;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a command answered, as the band of the screen.
public final class Bands {

    private static final Set<Refusal> LOOK_AGAIN = EnumSet.of(
            Refusal.UNKNOWN_CODE,
            Refusal.UNKNOWN_CODE_HERE,
            Refusal.UNKNOWN_LABEL,
            Refusal.NOT_FOR_THE_TILL,
            Refusal.NOT_AN_ITEM,
            Refusal.ALREADY_SCANNED,
            Refusal.UNKNOWN_SCANNED,
            Refusal.LOT_COMPLETE,
            Refusal.CHOOSE_DIRECTION,
            Refusal.CHOOSE_SHELF,
            Refusal.SLIP_FIRST,
            Refusal.NOT_FOR_WEIGHING,
            Refusal.UNKNOWN_CONTAINER);

    private Bands() {}

    public static Optional<BandView> of(Answer answer) {
        return Optional.of(
                switch (answer) {
                    case Answer.Done(var sentence, var _) -> BandView.ok(id(), sentence);
                    case Answer.Refused(var refusal, var sentence, var advice) -> band(kind(refusal), sentence, advice);
                    case Answer.Asked(var _, var _, var sentence) -> band(Kind.UNKNOWN, sentence, "");
                });
    }

    /// Like [#of], with a way back when something was recorded.
    public static Optional<BandView> undoable(Answer answer, String path) {
        if (answer instanceof Answer.Done(var sentence, var fact) && fact.isPresent()) {
            return Optional.of(BandView.undoable(
                    id(), sentence, new UndoView(path, fact.get().toString())));
        }
        return of(answer);
    }

    /// A refusal is said, a success shows by itself.
    public static Optional<BandView> refusals(Answer answer) {
        return answer instanceof Answer.Done ? Optional.empty() : of(answer);
    }

    public static Optional<BandView> refused(Refusal refusal) {
        return of(refusal.with());
    }

    /// What is missing before this can be done.
    public static Optional<BandView> missing(String text) {
        return Optional.of(band(Kind.UNKNOWN, text, ""));
    }

    private static BandView band(Kind kind, String sentence, String advice) {
        return new BandView(
                kind,
                id(),
                sentence,
                Optional.of(advice).filter(a -> !a.isEmpty()),
                Optional.empty(),
                BandView.UNDOABLE);
    }

    private static Kind kind(Refusal refusal) {
        return LOOK_AGAIN.contains(refusal) ? Kind.UNKNOWN : Kind.STOP;
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }
}

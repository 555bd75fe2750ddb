package fr.lamine.pos.device;

import fr.lamine.hardware.drawer.DrawerState;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.PrinterState;
import fr.lamine.hardware.scale.ScaleReading;
import fr.lamine.hardware.scanner.Scan;
import fr.lamine.hardware.transport.DeviceFile;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import fr.lamine.hardware.transport.Tcp;
import fr.lamine.hardware.transport.TcpReports;
import fr.lamine.hardware.transport.Transport;
import fr.lamine.hardware.transport.Usb;
import fr.lamine.model.text.French;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.LiveView;
import java.nio.file.Path;
import java.util.Optional;

/// How a device is, in words for people: what stands there, and what to do about it.
final class DeviceWords {

    private final Texts texts;

    DeviceWords(Texts texts) {
        this.texts = texts;
    }

    LiveView of(ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable stable ->
                LiveView.good(texts.get("device.stable"), "").reading(French.kg(stable.mass()));
            case ScaleReading.Unstable unstable ->
                LiveView.wait(texts.get("device.moving"), "").reading(French.kg(unstable.mass()));
            case ScaleReading.Moving _ -> LiveView.wait(texts.get("device.moving"), texts.get("device.movingNote"));
            case ScaleReading.UnderZero _ ->
                LiveView.stop(texts.get("device.underZero"), texts.get("device.underZeroNote"));
            case ScaleReading.Overload _ ->
                LiveView.stop(texts.get("device.overload"), texts.get("device.overloadNote"));
            case ScaleReading.NotReady(var cause, var _, var _) -> of(cause);
        };
    }

    private LiveView of(ScaleReading.Cause cause) {
        return switch (cause) {
            case DISCONNECTED -> LiveView.away(texts.get("device.away"), texts.get("device.scaleAway"));
            case STARTING -> LiveView.wait(texts.get("device.listening"), texts.get("device.putSomething"));
            case STALE -> LiveView.away(texts.get("device.mute"), texts.get("device.scaleMute"));
            case UNREADABLE -> LiveView.stop(texts.get("device.unreadable"), texts.get("device.scaleUnreadable"));
            case UNKNOWN_UNIT -> LiveView.stop(texts.get("device.unit"), texts.get("device.unitNote"));
            case NOT_LEVEL -> LiveView.stop(texts.get("device.level"), texts.get("device.levelNote"));
            case REFUSED -> LiveView.stop(texts.get("device.refuses"), texts.get("device.refusesNote"));
        };
    }

    LiveView of(Optional<Transport.State> scanner, Optional<String> heard) {
        if (scanner.isEmpty()) {
            return heard.map(code ->
                            LiveView.good(texts.get("device.keyboard"), "").reading(code))
                    .orElseGet(() -> LiveView.away(texts.get("device.none"), texts.get("device.wedge")));
        }
        return switch (scanner.get()) {
            case OPEN ->
                heard.map(code -> LiveView.good(texts.get("device.read"), "").reading(code))
                        .orElseGet(() -> LiveView.good(texts.get("device.ready"), texts.get("device.readSomething")));
            case SEARCHING, LOST, CLOSED -> LiveView.away(texts.get("device.away"), texts.get("device.scannerAway"));
        };
    }

    /// @param there how its link was when it was last tried
    LiveView card(boolean setUp, Optional<Boolean> there) {
        if (!setUp) {
            return LiveView.away(texts.get("device.cardByHand"), texts.get("device.cardByHandNote"));
        }
        return there.map(is -> is
                        ? LiveView.good(texts.get("device.ready"), texts.get("device.cardReadyNote"))
                        : LiveView.away(texts.get("device.away"), texts.get("device.cardAway")))
                .orElseGet(() -> LiveView.wait(texts.get("device.opening"), ""));
    }

    /// `3760123456789 (EAN-13)`, cut where it is long.
    static String code(Scan scan) {
        String text = scan.text().length() > 40 ? scan.text().substring(0, 39) + "…" : scan.text();
        return text
                + scan.aim()
                        .map(DeviceWords::symbology)
                        .map(name -> " (" + name + ")")
                        .orElse("");
    }

    private static String symbology(String aim) {
        return switch (aim) {
            case "]E0" -> "EAN-13";
            case "]E4" -> "EAN-8";
            case "]C0" -> "Code 128";
            case "]C1" -> "GS1-128";
            case "]A0" -> "Code 39";
            case "]I0" -> "ITF";
            case "]Q1", "]Q3" -> "QR";
            case "]d2" -> "DataMatrix";
            default -> aim;
        };
    }

    LiveView of(PrinterState state) {
        String word = texts.word(state);
        return switch (state) {
            case READY -> LiveView.good(word, "");
            case SILENT -> LiveView.good(word, state.sentence());
            case PAPER_NEAR_END, TOO_HOT, BUTTON_HELD -> LiveView.wait(word, state.sentence());
            case PAPER_OUT, COVER_OPEN, CUTTER_JAMMED, ERROR, BROKEN, OFFLINE -> LiveView.stop(word, state.sentence());
            case UNREACHABLE -> LiveView.away(word, state.sentence());
        };
    }

    /// @param drawer empty when nothing is known of its switch
    LiveView of(PrinterState state, Optional<DrawerState> drawer) {
        LiveView view = of(state);
        return drawer.map(each -> new LiveView(
                        view.tone(), view.words(), view.big(), (view.note() + " " + texts.word(each)).strip()))
                .orElse(view);
    }

    LiveView of(DrawerState state) {
        return switch (state) {
            case OPEN -> LiveView.wait(texts.get("device.open"), "");
            case CLOSED -> LiveView.good(texts.get("device.closed"), "");
            case UNKNOWN -> LiveView.away(texts.get("device.unknown"), texts.get("device.unknownNote"));
        };
    }

    LiveView none() {
        return LiveView.away(texts.get("device.none"), texts.get("device.noneNote"));
    }

    LiveView likeTickets() {
        return LiveView.good(texts.get("device.same"), texts.get("device.sameNote"));
    }

    /// Empty when it came out.
    static Optional<String> trouble(PrintResult result) {
        return switch (result) {
            case PrintResult.Printed _ -> Optional.empty();
            case PrintResult.Failed(var cause) -> Optional.of(cause.sentence());
            case PrintResult.Interrupted(var cause) -> Optional.of(cause.sentence());
            case PrintResult.Doubtful(var cause) ->
                cause == PrinterState.SILENT ? Optional.empty() : Optional.of(cause.sentence());
        };
    }

    String place(Endpoint endpoint) {
        return switch (endpoint) {
            case Serial serial ->
                texts.get(
                                "device.onSerial",
                                shortName(serial.port()),
                                Integer.toString(serial.baud()),
                                Addresses.name(serial.framing()))
                        + (serial.flow() == Serial.Flow.NONE ? "" : ", " + texts.word(serial.flow()));
            case Tcp tcp -> texts.get("device.onTcp", tcp.host(), Integer.toString(tcp.port()));
            case TcpReports reports ->
                texts.get("device.onReports", Integer.toString(reports.tcp().port()));
            case Usb usb -> texts.get("device.onUsb", usb.id().toString());
            case DeviceFile file -> texts.get("device.onFile", file.path().toString());
            case Endpoint other -> other.name();
        };
    }

    static String shortName(String port) {
        Path name = Path.of(port).getFileName();
        return name == null ? port : name.toString();
    }
}

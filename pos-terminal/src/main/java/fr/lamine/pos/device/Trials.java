package fr.lamine.pos.device;

import fr.lamine.hardware.cardterminal.CardTerminal;
import fr.lamine.hardware.printer.Document;
import fr.lamine.hardware.printer.PrintResult;
import fr.lamine.hardware.printer.TestPage;
import fr.lamine.pos.printing.Outlet;
import fr.lamine.pos.web.Bands;
import fr.lamine.pos.web.Fault;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.BandView;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tries a printer, a drawer or a card terminal behind the screen, one at a time, and says how it went.
final class Trials {

    private final Texts texts;
    private final Consumer<Optional<BandView>> tell;
    private final AtomicBoolean trying = new AtomicBoolean();

    Trials(Texts texts, Consumer<Optional<BandView>> tell) {
        this.texts = texts;
        this.tell = tell;
    }

    Optional<BandView> page(Outlet outlet) {
        return run(() -> tested(outlet), texts.get("device.pagePrinted"));
    }

    private static PrintResult tested(Outlet outlet) {
        Document page = switch (outlet) {
            case Outlet.Roll(var printer) -> TestPage.of(printer.name(), printer.paper());
            case Outlet.Labels _ ->
                Document.of(Document.Line.plain("Étiquette d’essai"), new Document.Code128("ESSAI"));
        };
        return outlet.print(page).orElseThrow();
    }

    /// Knocks at a card terminal; nothing is paid.
    Optional<BandView> link(CardTerminal terminal) {
        return behind(() -> terminal.isThere()
                ? BandView.ok(Bands.id(), texts.get("device.cardThere"))
                : BandView.stop(Bands.id(), texts.get("device.notDone"), texts.get("device.cardAway")));
    }

    /// Paper takes its time, and the screen must not wait for it.
    Optional<BandView> run(Supplier<PrintResult> deed, String done) {
        return behind(() -> outcome(deed.get(), done));
    }

    private Optional<BandView> behind(Supplier<BandView> deed) {
        if (!trying.compareAndSet(false, true)) {
            return Bands.missing(texts.get("device.busy"));
        }
        Thread.ofVirtual().name("trying a device").start(() -> {
            try {
                tell.accept(Optional.of(deed.get()));
            } catch (RuntimeException thrown) {
                Fault fault = Fault.log(thrown);
                tell.accept(Optional.of(BandView.fault(
                        fault.id(), texts.get("fault.title") + " " + fault.id(), texts.get("fault.text"))));
            } finally {
                trying.set(false);
            }
        });
        return Optional.empty();
    }

    private BandView outcome(PrintResult result, String done) {
        return DeviceWords.trouble(result)
                .map(sentence -> BandView.stop(Bands.id(), texts.get("device.notDone"), sentence))
                .orElseGet(() -> BandView.ok(Bands.id(), done));
    }
}

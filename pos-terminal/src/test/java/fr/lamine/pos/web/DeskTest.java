package fr.lamine.pos.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.model.item.ScannedCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.TestCounter;
import fr.lamine.pos.web.view.BandView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.HelpView;
import fr.lamine.pos.web.view.ModeView;
import fr.lamine.pos.web.view.ScreenView;
import io.helidon.webserver.http.HttpService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

    @TempDir
    Path folder;

    /// A mode with a bug behind its scans.
    private record Broken(AtomicInteger scans) implements CounterScreen {
        @Override
        public HttpService routes(Posts posts) {
            throw new AssertionError("not asked here");
        }

        @Override
        public ModeView.Mode mode() {
            return ModeView.Mode.WEIGH_IN;
        }

        @Override
        public Role needed() {
            return Role.SORTER;
        }

        @Override
        public ScreenView view(Operator operator) {
            return new HelpView("test");
        }

        @Override
        public Optional<BandView> scanned(ScannedCode code, String text) {
            scans.incrementAndGet();
            throw new IllegalStateException("a bug");
        }
    }

    private static Desk desk(TestCounter counter, CounterScreen screen) {
        Desk desk = new Desk(
                counter.station,
                counter.book,
                new Surroundings(
                        ConnectionView::upToDate, List::of, Optional::empty, Optional::empty, "test", Optional.empty()),
                Texts.french(),
                () -> counter.now);
        desk.furnish(() -> new HelpView("door"), _ -> Optional.empty(), List.of(screen));
        return desk;
    }

    @Test
    void aFaultBehindAScanIsShownWithItsNumberAndStays() {
        try (TestCounter counter = TestCounter.open(folder)) {
            Desk desk = desk(counter, new Broken(new AtomicInteger()));
            AtomicInteger told = new AtomicInteger();
            desk.onScreen(told::incrementAndGet);
            desk.scanned("C-BAC-GRIS");
            BandView band = desk.news().band().orElseThrow();
            assertTrue(band.text().matches(".*P-[0-9]{6}"), band.text());
            assertEquals(0, band.stay());
            assertEquals(1, told.get());
        }
    }

    @Test
    void aFormIsDoneOnceHoweverOftenItIsSent() {
        try (TestCounter counter = TestCounter.open(folder)) {
            Desk desk = desk(counter, new Broken(new AtomicInteger()));
            AtomicInteger done = new AtomicInteger();
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        "1",
                        desk.post("token-0001", () -> Optional.of(BandView.ok("id", "" + done.incrementAndGet())))
                                .band()
                                .orElseThrow()
                                .text());
            }
            assertEquals(1, done.get());
        }
    }
}

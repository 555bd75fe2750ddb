package fr.lamine.day;

import com.microsoft.playwright.Page;
import java.time.Instant;

/// A page that notes, with the machine's own clock, when a new code of a label stands on it: after the frame that shows
/// it. Nothing is asked of the browser while it draws.
final class WatchedGlass {

    private static final String WATCH = """
            () => {
              const seen = new Map(), wanted = new Map();
              window.whenSeen = code => seen.get(code) ?? new Promise(told => wanted.set(code, told));
              performance.setResourceTimingBufferSize(10_000);
              const note = () => {
                for (const detail of document.querySelectorAll('.ticket li .detail')) {
                  const code = detail.textContent.match(/^04( ?[0-9]){11}$/)?.[0].replaceAll(' ', '');
                  if (!code || seen.has(code)) continue;
                  seen.set(code, null);
                  requestAnimationFrame(() => {
                    const after = new MessageChannel();
                    after.port1.onmessage = () => {
                      seen.set(code, performance.timeOrigin + performance.now());
                      wanted.get(code)?.(seen.get(code));
                    };
                    after.port2.postMessage(0);
                  });
                }
              };
              new MutationObserver(note).observe(document.body, {subtree: true, childList: true, characterData: true});
            }""";

    private final Page page;
    private int times;

    private WatchedGlass(Page page) {
        this.page = page;
    }

    static WatchedGlass of(Page page) {
        page.evaluate(WATCH);
        return new WatchedGlass(page);
    }

    double millisUntilSeen(String code, Runnable shown) throws InterruptedException {
        double begun = now();
        shown.run();
        // never in step with the frames of the screen or the breath of the scale
        Thread.sleep(67 + times++ * 29 % 70);
        return ((Number) page.evaluate("code => window.whenSeen(code)", code)).doubleValue() - begun;
    }

    private static double now() {
        Instant instant = Instant.now();
        return instant.getEpochSecond() * 1_000.0 + instant.getNano() / 1e6;
    }
}

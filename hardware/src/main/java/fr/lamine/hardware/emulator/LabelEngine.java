package fr.lamine.hardware.emulator;

import fr.lamine.hardware.printer.Bitmap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The inside of an emulated label printer: labels wait, are printed one after the other, each in its time, and stay
/// waiting while there is no paper, the head is up or it is paused.
final class LabelEngine {

    private static final int MOST = 1_000;

    private final Deque<Bitmap> waiting = new ArrayDeque<>();
    private final List<Bitmap> labels = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int paper = Integer.MAX_VALUE;
    private boolean headUp;
    private boolean paused;
    private boolean mute;
    private long nanosPerLabel = 400_000_000L;
    private long begun;
    private boolean printing;

    synchronized void print(Bitmap label, int copies) {
        run();
        for (int i = 0; i < copies && waiting.size() < MOST; i++) {
            waiting.add(label);
        }
        run();
    }

    /// Prints what must have come out by now.
    private void run() {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && !isStopped()) {
            if (!printing) {
                printing = true;
                begun = now;
            }
            if (now - begun < nanosPerLabel) {
                return;
            }
            if (labels.size() < MOST) {
                labels.add(waiting.remove());
            }
            paper = paper == Integer.MAX_VALUE ? paper : paper - 1;
            begun += nanosPerLabel;
            printing = !waiting.isEmpty();
        }
        printing = false;
    }

    private boolean isStopped() {
        return paper <= 0 || headUp || paused;
    }

    synchronized boolean isBusy() {
        run();
        return printing;
    }

    synchronized int left() {
        run();
        return waiting.size();
    }

    synchronized boolean isOut() {
        run();
        return paper <= 0;
    }

    synchronized boolean isHeadUp() {
        return headUp;
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized boolean isMute() {
        return mute;
    }

    synchronized List<Bitmap> labels() {
        run();
        return List.copyOf(labels);
    }

    synchronized void fault(String words) {
        if (faults.size() < 100) {
            faults.add(words.length() > 80 ? words.substring(0, 80) : words);
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized void paperFor(int count) {
        run();
        paper = count;
    }

    synchronized void headUp(boolean up) {
        run();
        headUp = up;
    }

    synchronized void pause(boolean pressed) {
        run();
        paused = pressed;
    }

    synchronized void mute(boolean silent) {
        mute = silent;
    }

    synchronized void slow(int millisPerLabel) {
        nanosPerLabel = millisPerLabel * 1_000_000L;
    }
}

package fr.lamine.hardware.emulator;

import fr.lamine.hardware.emulator.speech.Ear;
import fr.lamine.hardware.emulator.speech.Pan;
import fr.lamine.hardware.emulator.speech.Speech;
import fr.lamine.hardware.emulator.speech.Speech.Request;
import fr.lamine.hardware.transport.Link;
import fr.lamine.model.measure.Mass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An emulated scale of 60 kg by 10 g. Control lines: `PUT 12340` (grams now on the pan; ends every fault), `TAKE`,
/// `MOVE`, `STABLE`, `OVERLOAD`, `UNDER`, `SILENT`, `NOISE`, `HALF`, `SLOW 500` (ms), `STATE`, `UNPLUG`, `PLUG`.
public final class ScaleEmulator extends Emulator {

    private static final long CAPACITY = 60_000;
    private static final long DIVISION = 10;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final long REMEMBERED_NANOS = 2_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private volatile Speech speech;
    private final Duration settling;
    private final Deque<byte[]> disturbances = new ArrayDeque<>();
    private long load;
    private long zero;
    private long tare;
    private long stillFrom = System.nanoTime();
    private boolean moving;
    private boolean silent;
    private Duration slowness = Duration.ZERO;
    private String lastSaid = "";
    private long lastSaidAt = System.nanoTime() - REMEMBERED_NANOS;

    /// @param settling how long the pan swings after something is put or taken
    public ScaleEmulator(Speech speech, Duration settling) {
        this.speech = speech;
        this.settling = settling;
    }

    /// As in the demo: swings for half a second.
    public ScaleEmulator(Speech speech) {
        this(speech, Duration.ofMillis(500));
    }

    /// `mass` lies on the pan now, instead of what was there. Ends movement, silence and slowness.
    public synchronized void put(Mass mass) {
        load = mass.grams();
        moving = false;
        silent = false;
        slowness = Duration.ZERO;
        stillFrom = System.nanoTime() + settling.toNanos();
    }

    public void take() {
        put(Mass.ZERO);
    }

    /// Like [#put], and every fault stays as it is.
    public synchronized void load(Mass mass) {
        load = mass.grams();
        stillFrom = System.nanoTime() + settling.toNanos();
    }

    /// What lies on the pan, whatever the display makes of it.
    public synchronized Mass load() {
        return Mass.grams(load);
    }

    /// What its own display shows.
    public Pan display() {
        return shown();
    }

    /// Its own key *zero*: what lies on the pan counts as nothing.
    public void pressZero() {
        zeroNow();
    }

    /// Its own key *tare*.
    public void pressTare() {
        tareNow();
    }

    public Speech speech() {
        return speech;
    }

    /// From its next frame on it speaks another protocol, as after a turn of the switch under its foot. Between a line
    /// and USB its cable is moved too.
    public void speak(Speech other) {
        boolean moved = other.speaksInReports() != speech.speaksInReports();
        speech = other;
        if (moved) {
            hangUp();
        }
    }

    /// Somebody leans on it, until [#still()] or the next [#put].
    public void move() {
        lean(true);
    }

    public synchronized void lean(boolean leaning) {
        moving = leaning;
    }

    public synchronized boolean isLeanedOn() {
        return moving;
    }

    /// Everything is at rest, at once, and the scale talks.
    public synchronized void still() {
        moving = false;
        silent = false;
        stillFrom = System.nanoTime();
    }

    public void overload() {
        put(Mass.grams(2 * CAPACITY));
    }

    public void underZero() {
        put(Mass.grams(-500));
    }

    /// Connected and mute, until [#still()] or the next [#put].
    public void silent() {
        silent(true);
    }

    public synchronized void silent(boolean mute) {
        silent = mute;
    }

    public synchronized boolean isSilent() {
        return silent;
    }

    public synchronized void slow(Duration delay) {
        slowness = delay;
    }

    public synchronized boolean isSlow() {
        return slowness.isPositive();
    }

    /// These bytes come before the next frame.
    public synchronized void disturb(byte[] bytes) {
        if (disturbances.size() < 100) {
            disturbances.add(bytes.clone());
        }
    }

    public void noise() {
        disturb(new byte[] {(byte) 0xff, 0, 'S', 'T', ',', 7, '9', '9', 'k', 'g', '\r', '\n', (byte) 0x80});
    }

    public void halfFrame() {
        speech.frame(shown()).ifPresent(frame -> disturb(Arrays.copyOf(frame, frame.length / 2)));
    }

    @Override
    protected boolean speaksInReports() {
        return speech.speaksInReports();
    }

    @Override
    public void serve(Link link) throws IOException, InterruptedException {
        Speech spoken = speech;
        Ear ear = spoken.ear();
        byte[] buffer = new byte[256];
        while (true) {
            if (spoken != speech) {
                spoken = speech;
                ear = spoken.ear();
            }
            if (spoken.streams()) {
                say(link, spoken());
            }
            int count = link.read(buffer, TICK);
            for (Request request : ear.hear(buffer, count)) {
                obey(link, request);
            }
        }
    }

    private void obey(Link link, Request request) throws IOException, InterruptedException {
        Pan before = shown();
        switch (request) {
            case WEIGHT -> say(link, spoken());
            case ZERO -> zeroNow();
            case TARE -> tareNow();
            case HELLO, UNKNOWN -> {}
        }
        Optional<byte[]> acknowledgement = speech.acknowledgement(request, before);
        if (acknowledgement.isPresent() && !isSilent()) {
            say(link, List.of(acknowledgement.get()));
        }
    }

    private void say(Link link, List<byte[]> all) throws IOException {
        for (byte[] bytes : all) {
            link.write(bytes, PATIENCE);
            said(bytes);
        }
    }

    private List<byte[]> spoken() throws InterruptedException {
        if (isSilent()) {
            return List.of();
        }
        Thread.sleep(slowness());
        synchronized (this) {
            List<byte[]> all = new ArrayList<>(disturbances);
            disturbances.clear();
            speech.frame(shown()).ifPresent(all::add);
            return all;
        }
    }

    private synchronized void said(byte[] bytes) {
        lastSaid = new String(bytes, StandardCharsets.ISO_8859_1);
        lastSaidAt = System.nanoTime();
    }

    /// What it said last over its line, as ISO-8859-1; empty when it has said nothing for two seconds.
    public synchronized Optional<String> lastSaid() {
        return System.nanoTime() - lastSaidAt < REMEMBERED_NANOS ? Optional.of(lastSaid) : Optional.empty();
    }

    private synchronized Duration slowness() {
        return slowness;
    }

    private synchronized void zeroNow() {
        zero = load;
        tare = 0;
    }

    private synchronized void tareNow() {
        tare = rounded(load - zero);
    }

    private static long rounded(long grams) {
        return Math.floorDiv(grams + DIVISION / 2, DIVISION) * DIVISION;
    }

    private synchronized Pan shown() {
        long gross = rounded(load - zero);
        long grams = gross - tare;
        Pan.State state = Pan.State.STABLE;
        if (gross > CAPACITY + 9 * DIVISION) {
            state = Pan.State.OVERLOAD;
        } else if (moving || System.nanoTime() < stillFrom) {
            state = Pan.State.MOVING;
        } else if (grams < 0) {
            state = Pan.State.UNDER_ZERO;
        }
        return new Pan(state, grams, tare != 0);
    }

    @Override
    protected String handled(String line) {
        String[] words = line.toUpperCase(Locale.ROOT).split(" +", 2);
        boolean known = switch (words[0]) {
            case "PUT" -> words.length == 2 && putGrams(words[1]);
            case "SLOW" -> words.length == 2 && slowMillis(words[1]);
            case "TAKE" -> done(this::take);
            case "MOVE" -> done(this::move);
            case "STABLE" -> done(this::still);
            case "OVERLOAD" -> done(this::overload);
            case "UNDER" -> done(this::underZero);
            case "SILENT" -> done(this::silent);
            case "NOISE" -> done(this::noise);
            case "HALF" -> done(this::halfFrame);
            case "STATE" -> true;
            default -> false;
        };
        Pan pan = shown();
        return known ? "OK %s %d g".formatted(pan.state(), pan.grams()) : "ERR not a command: " + line;
    }

    private static boolean done(Runnable hand) {
        hand.run();
        return true;
    }

    private boolean putGrams(String grams) {
        return grams.matches("[0-9]{1,6}") && done(() -> put(Mass.grams(Long.parseLong(grams))));
    }

    private boolean slowMillis(String millis) {
        return millis.matches("[0-9]{1,4}") && done(() -> slow(Duration.ofMillis(Long.parseLong(millis))));
    }
}

package fr.lamine.hardware.usb;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/// The one bed of this process.
final class UsbBed {

    private static Umockdev bed;

    private UsbBed() {}

    /// Leaves the test out, loudly, where umockdev is missing; under CI=true its lack is a failure.
    static synchronized Umockdev made() {
        String preloaded = System.getenv().getOrDefault("LD_PRELOAD", "");
        if (!preloaded.contains("umockdev")) {
            return fail("LD_PRELOAD lacks libumockdev-preload.so.0: run by Maven, or set it");
        }
        if (!isThere()) {
            String lack = "NOT RUN: this test needs umockdev; install it with: apt-get install umockdev";
            if ("true".equals(System.getenv("CI"))) {
                fail(lack);
            }
            System.err.println(lack);
            abort(lack);
        }
        if (bed == null) {
            bed = new Umockdev();
        }
        return bed;
    }

    @SuppressWarnings("restricted")
    private static boolean isThere() {
        try {
            SymbolLookup.libraryLookup("libumockdev.so.0", Arena.global());
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }
}

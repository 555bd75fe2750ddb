package fr.lamine.hardware.scanner;

import java.time.Instant;
import java.util.List;

/// Finds the codes in what a scanner sends over one connection. Never throws whatever it is given, and remembers a
/// bounded number of bytes.
interface CodeReader {

    /// @param bytes the first `count` of them arrived at `at`; a protocol of reports gets one report a call
    List<Scan> accept(byte[] bytes, int count, Instant at);
}

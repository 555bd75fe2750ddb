package fr.lamine.hardware.printer;

/// What became of a job.
public sealed interface PrintResult {

    /// The printer confirmed that it took the whole job and still has paper.
    record Printed() implements PrintResult {}

    /// Nothing of the job was sent: it may be sent again safely.
    record Failed(PrinterState cause) implements PrintResult {}

    /// The printer stopped in the middle and has thrown the rest away: what lies on the paper is void, and the whole
    /// job may be sent again.
    record Interrupted(PrinterState cause) implements PrintResult {}

    /// Sent, in part or whole, and not confirmed: somebody must look at the paper before printing again. With
    /// [PrinterState#SILENT] as the cause the whole job went out to a printer that never answers, or over a line
    /// without a way back (a file, some USB printers): it is probably on paper, and nobody can know from here.
    record Doubtful(PrinterState cause) implements PrintResult {}
}

package fr.lamine.pos.printing;

import fr.lamine.hardware.printer.PrintResult;

/// Hears what people at the counter should know of the queue, on the printing thread.
public interface PrintListener {

    /// The first failure of a job, a doubt, its print.
    void ended(PrintJob job, PrintResult result);

    /// What the queue asks or tells has changed.
    void changed();

    /// A bug, or a broken machine; printing goes on as far as it can.
    void failed(RuntimeException fault);
}

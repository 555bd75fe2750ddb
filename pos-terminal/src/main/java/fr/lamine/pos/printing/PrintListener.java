package fr.lamine.pos.printing;

import fr.lamine.hardware.printer.PrintResult;

/// Hears what people at the counter should know of the queue, on the printing thread.
public interface PrintListener {

    /// The first failure of a job, a doubt, its print.
    void ended(PrintJob job, PrintResult result);

    /// What the queue asks or tells has changed.
    void changed();

    /// The label does not fit on the labels of the printer: nothing was sent and it is not printed.
    void doesNotFit(PrintJob job);

    /// A bug, or a broken machine; printing goes on as far as it can.
    void failed(RuntimeException fault);
}

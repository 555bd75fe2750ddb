package fr.lamine.model.sync;

import java.util.Optional;

/// How the office can hand over a receipt that nobody wants on paper.
///
/// @param page beginning of the address of receipts, such as `https://tickets.example/t/`; absent when the office has
/// no
///             address that customers can reach
/// @param mail the office can send them by e-mail
public record ReceiptWays(Optional<String> page, boolean mail) {

    public static final ReceiptWays NONE = new ReceiptWays(Optional.empty(), false);

    public ReceiptWays {
        if (page.isPresent() && !page.get().matches("https?://[!-~]{1,200}/t/")) {
            throw new IllegalArgumentException("not the address of receipts");
        }
    }
}

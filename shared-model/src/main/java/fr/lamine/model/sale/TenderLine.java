package fr.lamine.model.sale;

import fr.lamine.model.money.Money;
import java.util.Optional;

/// Money in one means of payment, above zero: handed over by the customer, or given back to them.
///
/// @param reference number of the cheque, code of the voucher, authorisation of the card; a voucher always has one
/// @param bank      of a cheque; the drawer's name is never here
/// @param word      how the till knows that it was paid
public record TenderLine(Tender tender, Money amount, Optional<String> reference, Optional<String> bank, Word word) {

    public enum Word {
        /// The cashier's, who has it in hand or read it on the card terminal.
        CASHIER,
        /// The card terminal's, over its cable.
        DEVICE,
        /// The cashier's, after the cable was lost in the middle of a payment.
        AFTER_DOUBT
    }

    public TenderLine {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a tender of " + amount);
        }
        if (reference.isPresent() && !reference.get().matches("[!-~]{1,40}")
                || bank.isPresent() && (bank.get().isBlank() || bank.get().length() > 40)) {
            throw new IllegalArgumentException("reference or bank of a tender out of bounds");
        }
        if (tender == Tender.VOUCHER) {
            requireVoucher(reference.orElse(""));
        }
        if (bank.isPresent() && tender != Tender.CHEQUE || word != Word.CASHIER && tender != Tender.CARD) {
            throw new IllegalArgumentException("only a cheque has a bank, only a card terminal a word");
        }
    }

    public TenderLine(Tender tender, Money amount) {
        this(tender, amount, Optional.empty(), Optional.empty(), Word.CASHIER);
    }

    public static TenderLine voucher(String code, Money amount) {
        return new TenderLine(Tender.VOUCHER, amount, Optional.of(code), Optional.empty(), Word.CASHIER);
    }

    /// @return the code of the `number`-th voucher of a terminal, such as `901-17`
    /// The last number of a voucher that a terminal can give.
    public static final int MAX_VOUCHER = 999_999_999;

    public static String voucherCode(String terminal, int number) {
        return terminal + "-" + number;
    }

    static void requireVoucher(String code) {
        if (!code.matches("[0-9]{3}-[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("not the code of a voucher: " + code);
        }
    }
}

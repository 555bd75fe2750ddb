package fr.lamine.pos.till;

import fr.lamine.model.money.Money;
import fr.lamine.model.sale.Tender;
import fr.lamine.model.sale.TenderLine;
import fr.lamine.model.text.French;
import fr.lamine.pos.web.Texts;
import fr.lamine.pos.web.view.ChoiceView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.TenderPanel;
import fr.lamine.pos.web.view.TillPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tenders of more than one tap as they are shown.
final class TenderPicture {

    private static final int USUAL_BANKS = 5;

    private final TenderSetup setup;
    private final Texts texts;

    TenderPicture(TenderSetup setup, Texts texts) {
        this.setup = setup;
        this.texts = texts;
    }

    /// The tenders beside cash.
    List<ChoiceView> keys() {
        boolean device = setup.cardTerminal().get().isPresent();
        return List.of(
                choice(device ? "payer/terminal" : "payer/carte", texts.word(Tender.CARD), "", "credit-card"),
                choice("cheque", texts.word(Tender.CHEQUE), "", "writing"),
                choice("payer/autres", texts.get("tender.others"), "", "dots"));
    }

    TillPanel panel(TenderStep step, OpenTicket ticket) {
        String due = French.euros(ticket.due());
        return new TillPanel.Tendering(
                switch (step) {
                    case TenderStep.Others _ -> new TenderPanel.Others(due, others());
                    case TenderStep.Cheque(var amount, var number, var bank, var _) ->
                        new TenderPanel.Cheque(due, French.euros(amount), number, usual(bank));
                    case TenderStep.Banks(var cheque) ->
                        new TenderPanel.Banks(
                                due,
                                French.euros(cheque.amount()),
                                TenderDesk.BANKS.stream()
                                        .map(bank -> bank(bank, cheque.bank()))
                                        .toList(),
                                cheque.drawer());
                    case TenderStep.VoucherCode _ -> new TenderPanel.Voucher(due);
                    case TenderStep.Transfer(var amount) -> new TenderPanel.Transfer(due, French.euros(amount));
                    case TenderStep.TakingBack _ -> new TenderPanel.TakeBack(due, handed(ticket));
                });
    }

    /// Nothing else can be done on the till while a card payment is open.
    TillPanel card(CardPayment payment, OpenTicket ticket) {
        String due = French.euros(ticket.due());
        String amount = French.euros(payment.amount());
        return new TillPanel.Tendering(
                payment.state() == CardPayment.State.ASKED
                        ? new TenderPanel.CardWait(due, amount)
                        : new TenderPanel.CardDoubt(due, amount, payment.said()));
    }

    GoView go(TenderStep step) {
        return switch (step) {
            case TenderStep.Cheque(var _, var number, var bank, var _) ->
                GoView.allowed(
                        number.isEmpty() && bank.isEmpty()
                                ? texts.get("tender.chequeFree")
                                : Stream.of(number, bank.orElse(""))
                                        .filter(part -> !part.isEmpty())
                                        .reduce((a, b) -> a + " · " + b)
                                        .orElseThrow());
            case TenderStep.Banks _ -> GoView.allowed(texts.get("tender.bankTyped"));
            case TenderStep.VoucherCode _ -> GoView.allowed(texts.get("tender.voucherDigits"));
            case TenderStep.Transfer(var amount) -> GoView.allowed(French.euros(amount));
            case TenderStep.Others _, TenderStep.TakingBack _ -> GoView.allowed("");
        };
    }

    private List<ChoiceView> others() {
        List<ChoiceView> others = new ArrayList<>();
        others.add(choice("bon", texts.word(Tender.VOUCHER), texts.get("tender.voucherNote"), "tag"));
        others.add(choice("virement", texts.word(Tender.TRANSFER), texts.get("tender.transferNote"), "building-bank"));
        if (setup.localCurrency()) {
            others.add(choice(
                    "payer/locale",
                    texts.word(Tender.LOCAL_CURRENCY),
                    texts.get("tender.localNote"),
                    "heart-handshake"));
        }
        if (setup.cardTerminal().get().isPresent()) {
            others.add(choice("payer/main", texts.get("tender.byHand"), texts.get("tender.byHandNote"), "credit-card"));
        }
        return others;
    }

    /// The first ones, and the chosen one among them.
    private static List<ChoiceView> usual(Optional<String> chosen) {
        List<String> banks = new ArrayList<>(TenderDesk.BANKS.subList(0, USUAL_BANKS));
        chosen.filter(bank -> !banks.contains(bank)).ifPresent(bank -> {
            banks.removeLast();
            banks.add(bank);
        });
        return banks.stream().map(bank -> bank(bank, chosen)).toList();
    }

    private static ChoiceView bank(String bank, Optional<String> chosen) {
        return new ChoiceView(bank, bank, "", "building-bank", chosen.equals(Optional.of(bank)));
    }

    private List<ChoiceView> handed(OpenTicket ticket) {
        return IntStream.range(0, ticket.tenders().size())
                .mapToObj(i -> {
                    TenderLine line = ticket.tenders().get(i);
                    return choice(Integer.toString(i), said(line), detail(line), "arrow-back-up");
                })
                .toList();
    }

    private String said(TenderLine line) {
        return texts.word(line.tender()) + " " + French.euros(line.amount());
    }

    private String detail(TenderLine line) {
        return Stream.of(line.reference(), line.bank(), word(line))
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private Optional<String> word(TenderLine line) {
        return switch (line.word()) {
            case CASHIER -> Optional.empty();
            case DEVICE, AFTER_DOUBT -> Optional.of(texts.get("tender.accepted"));
        };
    }

    private static ChoiceView choice(String code, String name, String detail, String icon) {
        return new ChoiceView(code, name, detail, icon, false);
    }

    /// Whether all is handed over and only recording it is left.
    static boolean isCovered(OpenTicket ticket) {
        return !ticket.tenders().isEmpty() && ticket.due().equals(Money.ZERO);
    }
}

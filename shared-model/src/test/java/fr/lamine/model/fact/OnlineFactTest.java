package fr.lamine.model.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.lamine.model.measure.Mass;
import fr.lamine.model.money.Money;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderLine;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.online.SentLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnlineFactTest {

    private static final OrderLine CHAIR = new OrderLine(SampleFacts.CHAIR, Money.cents(2_400));

    @Test
    void aParcelLeavesTheShelfForTheBuyersOfItsChannelAndAPublicationMovesNothingByItself() {
        var moved = Movements.of(SampleFacts.dispatched());
        assertEquals(1, moved.size());
        assertEquals("place:ARCUEIL:SHOP", moved.getFirst().from().code());
        assertEquals("outcome:SOLD:LABEL-EMMAUS", moved.getFirst().to().code());
        assertEquals(7_000, moved.getFirst().mass().grams());
        assertEquals(1, moved.getFirst().pieces());
        assertEquals(List.of(), Movements.of(SampleFacts.published()));
        assertEquals(Money.cents(3_690), SampleFacts.dispatched().total(), "things and shipping");
    }

    @Test
    void oneThingStandsInAnOrderOrAParcelOnce() {
        assertThrows(IllegalArgumentException.class, () -> received(List.of(CHAIR, CHAIR)));
        assertThrows(IllegalArgumentException.class, () -> received(List.of()));
        SentLine sent = SampleFacts.dispatched().lines().getFirst();
        assertThrows(
                IllegalArgumentException.class,
                () -> new OnlineFact.OrderDispatched(
                        SampleFacts.context(1), SampleFacts.ORDER, List.of(sent, sent), Money.ZERO, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SentLine(
                        SampleFacts.CHAIR, SampleFacts.CHAIR, SampleFacts.FURNITURE, Mass.ZERO, Money.cents(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LABEL", "LABEL-EMMAUS/", "/12", "label/12", "LABEL/12/3", "LABEL/ 12", "LABEL/1 2"})
    void whatIsNoOrdersNumberIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> OrderNumber.parse(text));
    }

    @Test
    void anOrdersNumberIsReadAsItIsWritten() {
        OrderNumber order = new OrderNumber(new ChannelCode("LABEL-EMMAUS"), "A_1.2-3");
        assertEquals(order, OrderNumber.parse(order.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.fr", "", " ", "x\ny"})
    void aBuyerIsAReferenceAndNoAddress(String buyer) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new OnlineFact.OrderReceived(
                        SampleFacts.context(1),
                        SampleFacts.ORDER,
                        LocalDate.of(2026, 11, 23),
                        Optional.of(buyer),
                        List.of(CHAIR),
                        Money.ZERO));
    }

    private static OnlineFact received(List<OrderLine> lines) {
        return new OnlineFact.OrderReceived(
                SampleFacts.context(1),
                SampleFacts.ORDER,
                LocalDate.of(2026, 11, 23),
                Optional.empty(),
                lines,
                Money.ZERO);
    }
}

package fr.lamine.backoffice.item;

import fr.lamine.model.fact.FactId;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.online.OrderNumber;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A step by which a code was promised online or the promise ended.
///
/// @param line  of the order or the parcel; 0 where there is none
/// @param channel absent when a listing is withdrawn
/// @param order present unless it is a listing's step
/// @param place where the published thing stood; absent for an order
record Claim(
        FactId fact,
        int line,
        Instant occurredAt,
        LocalDate day,
        SiteCode site,
        Way way,
        Optional<ChannelCode> channel,
        Optional<OrderNumber> order,
        Optional<Place> place) {

    enum Way {
        PUBLISHED,
        WITHDRAWN,
        /// The listing has found its buyer.
        ORDERED,
        /// Sent, or something in its place, or cancelled.
        SETTLED
    }

    Claim {
        boolean ofOrder = way == Way.ORDERED || way == Way.SETTLED;
        if (order.isPresent() != ofOrder) {
            throw new IllegalArgumentException(way + " with the order " + order);
        }
    }
}

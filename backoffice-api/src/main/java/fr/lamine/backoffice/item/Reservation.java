package fr.lamine.backoffice.item;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.online.ChannelCode;
import fr.lamine.model.stock.Account.Place;
import java.util.List;
import java.util.Optional;

/// What the online steps of one code come to.
///
/// @param channel  that it stands aside for, while it is there
/// @param place    where it stands aside
/// @param postings between the shelf and that place
record Reservation(
        Optional<ChannelCode> channel, Optional<Place> place, List<Posting> postings, List<Discrepancy> discrepancies) {

    static final Reservation NONE = new Reservation(Optional.empty(), Optional.empty(), List.of(), List.of());
}

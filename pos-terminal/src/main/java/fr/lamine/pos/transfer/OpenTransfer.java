package fr.lamine.pos.transfer;

import fr.lamine.model.site.SiteCode;
import fr.lamine.pos.goods.GoodsList;
import fr.lamine.pos.goods.OpenLists;
import java.util.Optional;

/// A transfer that is being scanned at a station.
///
/// @param to       where it goes, when it is sent
/// @param transfer code on its slip, when it is received
public record OpenTransfer(Optional<SiteCode> to, Optional<String> transfer, GoodsList goods)
        implements OpenLists.Open<OpenTransfer> {

    public OpenTransfer {
        if (to.isPresent() == transfer.isPresent()) {
            throw new IllegalArgumentException("a transfer is either sent or received");
        }
    }

    static OpenTransfer sending(SiteCode to) {
        return new OpenTransfer(Optional.of(to), Optional.empty(), GoodsList.EMPTY);
    }

    static OpenTransfer receiving(String transfer) {
        return new OpenTransfer(Optional.empty(), Optional.of(transfer), GoodsList.EMPTY);
    }

    @Override
    public OpenTransfer with(GoodsList changed) {
        return new OpenTransfer(to, transfer, changed);
    }
}

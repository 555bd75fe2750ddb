package fr.lamine.backoffice.transfer;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// What a manager sees of a transfer.
public final class TransferViews {

    private TransferViews() {}

    public static String shown(Handle handle, String transfer) {
        return TransferRules.left(TransferDao.rest(handle, List.of(transfer)).getOrDefault(transfer, List.of()));
    }
}

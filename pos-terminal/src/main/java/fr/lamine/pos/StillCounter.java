package fr.lamine.pos;

import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Station;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.StoreFolders;
import fr.lamine.pos.store.TerminalIdentity;
import fr.lamine.pos.store.TerminalStore;
import java.nio.file.Path;
import java.time.Instant;

/// The store of a counter that is not running, opened for a command.
record StillCounter(TerminalStore store, Station station, ReferenceBook book) implements AutoCloseable {

    /// @throws IllegalStateException with a plain French sentence when no terminal lives in the folder, or one is
    /// running
    static StillCounter open(Path folder) {
        Path data = folder.toAbsolutePath().normalize();
        StoreFolders folders = StoreFolders.under(data);
        TerminalIdentity identity = new KeyFolder(folders.keys())
                .identity()
                .orElseThrow(() -> new IllegalStateException("Aucun poste inscrit dans le dossier " + data + "."));
        TerminalStore store;
        try {
            store = TerminalStore.open(folders, identity);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "Le poste travaille encore dans ce dossier : arrêtez-le d’abord (" + e.getMessage() + ").", e);
        }
        Station station = new Station(identity.site(), identity.station(), Counter.VERSION);
        ReferenceBook book = new ReferenceBook(store);
        store.start(station.machineContext(book.current(), Instant.now()));
        return new StillCounter(store, station, book);
    }

    @Override
    public void close() {
        store.close();
    }
}

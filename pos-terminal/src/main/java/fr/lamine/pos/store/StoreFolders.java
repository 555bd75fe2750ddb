package fr.lamine.pos.store;

import java.nio.file.Path;

/// Where a terminal keeps its things. Three paths, so that losing or restoring one does not take the others along.
///
/// @param data  the store
/// @param keys  keys and identity, for the service's eyes only
/// @param heads the head file
public record StoreFolders(Path data, Path keys, Path heads) {

    public static StoreFolders under(Path root) {
        return new StoreFolders(root.resolve("data"), root.resolve("keys"), root.resolve("heads"));
    }
}

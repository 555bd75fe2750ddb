package fr.lamine.backoffice.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Under whose account the database server runs: PostgreSQL refuses root, so root hands its folder to a user without
/// rights; anybody else runs it as himself.
record ServerAccount(Optional<String> user) {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    static ServerAccount choose(Path folder) throws IOException {
        if (!isRoot()) {
            return new ServerAccount(Optional.empty());
        }
        for (String candidate : CANDIDATES) {
            if (Programs.succeeds(List.of("id", "-u", candidate))) {
                ServerAccount account = new ServerAccount(Optional.of(candidate));
                account.requireReach(folder);
                return account;
            }
        }
        throw new IOException("Aucun utilisateur sans droits (postgres, nobody) pour faire tourner PostgreSQL.");
    }

    /// What stands before the command: the change of user, and the kernel's order to stop with its parent.
    List<String> prefix() {
        return user.map(u -> List.of(
                        "setpriv", "--reuid=" + u, "--regid=" + group(u), "--clear-groups", "--pdeathsig", "INT"))
                .orElse(List.of("setpriv", "--pdeathsig", "INT"));
    }

    void give(Path path) throws IOException {
        if (user.isPresent()) {
            Programs.run(List.of("chown", "-R", user.get() + ":", path.toString()));
        }
    }

    /// Data that came from another machine or were another user's before.
    void takeOver(Path path) throws IOException {
        if (user.isPresent() && !Files.getOwner(path).getName().equals(user.get())) {
            give(path);
        }
    }

    private void requireReach(Path folder) throws IOException {
        List<String> look = List.of(
                "setpriv",
                "--reuid=" + user.orElseThrow(),
                "--regid=" + group(user.orElseThrow()),
                "--clear-groups",
                "test",
                "-x",
                folder.toString());
        if (!Programs.succeeds(look)) {
            throw new IOException("L’utilisateur " + user.orElseThrow() + " ne peut pas entrer dans " + folder
                    + " : choisissez un dossier de données hors du dossier personnel de root.");
        }
    }

    private static String group(String user) {
        return user.equals("nobody") ? "nogroup" : user;
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}

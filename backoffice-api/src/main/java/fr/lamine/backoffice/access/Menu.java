package fr.lamine.backoffice.access;

import fr.lamine.backoffice.platform.Frame;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.function.LongSupplier;

/// The pages of this office by job (*menu*), as far as each person may open them.
public record Menu(List<Page> pages) {

    /// @param badge how much waits there
    public record Page(String path, String word, LongSupplier badge) {
        public Page(String path, String word) {
            this(path, word, () -> 0);
        }
    }

    public Menu {
        pages = List.copyOf(pages);
    }

    /// The frame of the page that this request asks for.
    public Frame frame(ServerRequest request) {
        return frame(AccessGate.user(request), request.path().path());
    }

    Frame frame(User user, String here) {
        return new Frame(
                user.displayName(),
                here,
                pages.stream()
                        .filter(page -> user.role().mayActAs(AccessGate.needed(page.path())))
                        .map(page -> new Frame.Entry(
                                page.path(), page.word(), page.badge().getAsLong()))
                        .toList());
    }
}

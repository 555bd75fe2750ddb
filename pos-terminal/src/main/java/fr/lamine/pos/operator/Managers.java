package fr.lamine.pos.operator;

import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import fr.lamine.pos.reference.ReferenceBook;
import fr.lamine.pos.station.Answer;
import fr.lamine.pos.web.BadRequest;
import fr.lamine.pos.web.Form;
import fr.lamine.pos.web.view.SignInView.PinView;
import fr.lamine.pos.web.view.TileView;
import fr.lamine.pos.web.view.TilesView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who may say yes to what a cashier may not, and how they prove who they are: once, for one thing. Nobody is signed in
/// by it.
public final class Managers {

    private final SignIns signIns;
    private final ReferenceBook book;

    public Managers(SignIns signIns, ReferenceBook book) {
        this.signIns = signIns;
        this.book = book;
    }

    private List<Operator> all() {
        return book.current().operators().stream().filter(Managers::isOne).toList();
    }

    private static boolean isOne(Operator person) {
        return person.role().mayActAs(Role.MANAGER);
    }

    public boolean isOne(OperatorCode who) {
        return book.current().operator(who).filter(Managers::isOne).isPresent();
    }

    /// The one there is, when there is only one to choose.
    public Optional<OperatorCode> only() {
        List<Operator> all = all();
        return all.size() == 1 ? Optional.of(all.getFirst().code()) : Optional.empty();
    }

    public boolean isNobody() {
        return all().isEmpty();
    }

    public TilesView tiles(int page) {
        return TilesView.page(
                all().stream()
                        .map(o -> new TileView(o.code().code(), o.displayName(), "user-circle", false))
                        .toList(),
                page);
    }

    /// @param refusal sentence after a wrong code; empty before
    public Optional<PinView> pin(OperatorCode who, String refusal, Instant now) {
        return book.current().operator(who).map(o -> {
            Duration left = signIns.remaining(o.code(), now);
            return new PinView(o.code().code(), o.displayName(), refusal, (left.toMillis() + 999) / 1000);
        });
    }

    /// It takes long on purpose: asked where it holds nobody up.
    public Answer verify(Form form, Instant now) {
        return signIns.verify(form.token(), who(form), form.text("pin", 8), now);
    }

    public static OperatorCode who(Form form) {
        String code = form.text("operator", 12);
        if (!code.matches("[A-Z0-9]{1,12}")) {
            throw BadRequest.malformed("not an operator");
        }
        return new OperatorCode(code);
    }
}

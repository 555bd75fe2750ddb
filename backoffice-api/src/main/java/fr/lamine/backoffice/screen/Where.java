package fr.lamine.backoffice.screen;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Texts;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.stock.Account;
import fr.lamine.model.stock.Area;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Places: of a site or of all, of one area or of all.
public record Where(Optional<SiteCode> site, Optional<Area> area) {

    public static Where asked(ServerRequest request, Names names) {
        Optional<String> code = Screen.asked(request, "site");
        Optional<SiteCode> site = code.flatMap(c -> names.sites().stream()
                .map(Site::code)
                .filter(s -> s.code().equals(c))
                .findFirst());
        if (code.isPresent() && site.isEmpty() && !code.get().equals(Scope.ALL)) {
            throw BadRequest.malformed("Ce site est inconnu.");
        }
        return new Where(site, Screen.asked(request, "lieu", Area::valueOf));
    }

    /// SQL pattern of the codes of these places.
    public String pattern() {
        return "place:" + site.map(SiteCode::code).orElse("%") + ":"
                + area.map(Enum::name).orElse("%");
    }

    public String code() {
        return site.map(SiteCode::code).orElse(Scope.ALL);
    }

    public Address at(String path) {
        return Address.to(path).with("site", code()).with("lieu", area);
    }

    public String title(Names names) {
        String whole = site.map(names::site).orElseGet(() -> Texts.t("scope.all-sites"));
        return site.isPresent() && area.isPresent()
                ? names.account(Account.place(site.get(), area.get()))
                : area.map(a -> Texts.word(a) + " · " + whole).orElse(whole);
    }
}

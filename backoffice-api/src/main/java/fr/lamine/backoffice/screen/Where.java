package fr.lamine.backoffice.screen;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.platform.Texts;
import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.site.Site;
import fr.lamine.model.site.SiteCode;
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

    /// `Mouvements · Rayon · Arcueil · Vaisselle`
    ///
    /// @param what the page lists
    public String title(String what, Names names, Optional<CategoryCode> category) {
        String whole = site.map(names::site).orElseGet(() -> Texts.t("scope.all-sites"));
        String place = area.map(a -> Texts.word(a) + " · " + whole).orElse(whole);
        return what + " · " + place
                + category.map(c -> " · " + names.category(c)).orElse("");
    }
}

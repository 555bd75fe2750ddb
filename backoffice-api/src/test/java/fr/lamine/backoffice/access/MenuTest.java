package fr.lamine.backoffice.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.lamine.backoffice.platform.Frame;
import fr.lamine.backoffice.platform.Pages;
import fr.lamine.model.sync.Role;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MenuTest {

    private static final Menu MENU = new Menu(List.of(
            new Menu.Page("/aujourdhui", "Aujourd’hui"),
            new Menu.Page("/ecarts", "Écarts", () -> 4),
            new Menu.Page("/reglages", "Réglages")));

    @Test
    void aPersonSeesOnlyWhatHerRoleMayOpen() {
        assertEquals(List.of("/aujourdhui"), paths(Role.SORTER));
        assertEquals(List.of("/aujourdhui", "/ecarts"), paths(Role.MANAGER));
        assertEquals(List.of("/aujourdhui", "/ecarts", "/reglages"), paths(Role.ADMIN));
    }

    @Test
    void thePageOneIsOnIsMarkedAndWhatWaitsIsCounted() {
        String html = page(frame(Role.ADMIN, "/ecarts/12"));
        assertTrue(
                html.contains("<a href=\"/ecarts\" aria-current=\"page\">Écarts <span class=\"badge\">4</span>"), html);
        assertTrue(html.contains("<a href=\"/aujourdhui\">Aujourd’hui</a>"), html);
    }

    @Test
    void aNameIsShownAsTextWhateverItHolds() {
        User person = new User("eve", "<b>Ève</b>", Role.MANAGER);
        String html = page(MENU.frame(person, "/ecarts"));
        assertFalse(html.contains("<b>Ève"), html);
    }

    private static String page(Frame frame) {
        Content content = output -> output.writeContent("<p>4 écarts</p>");
        return new Pages().render("layout/office.jte", Map.of("frame", frame, "title", "Écarts", "content", content));
    }

    private static Frame frame(Role role, String here) {
        return MENU.frame(new User("awa", "Awa D.", role), here);
    }

    private static List<String> paths(Role role) {
        return frame(role, "/").entries().stream().map(Frame.Entry::path).toList();
    }
}

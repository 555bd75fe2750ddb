package fr.lamine.backoffice.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.lamine.model.sync.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessGateTest {

    @ParameterizedTest
    @CsvSource({
        "/, SORTER",
        "/aujourdhui, SORTER",
        "/rapprochement, MANAGER",
        "/ecarts, MANAGER",
        "/api/v1/stock, MANAGER",
        "/aujourdhuix, MANAGER",
        "/reglages/terminaux, ADMIN",
        "/anything-new, MANAGER"
    })
    void whatNobodyThoughtOfIsForManagers(String path, Role needed) {
        assertEquals(needed, AccessGate.needed(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/connexion, true",
        "/assets/tokens.css, true",
        "/health/ready, true",
        "/api/v1/terminals/901/journal, true",
        "/connexions, false",
        "/api/v1/terminalsx, false",
        "/api/v1/reference-prices, false",
        "/healthy, false",
        "/, false"
    })
    void onlyWhatIsNamedIsOpenToStrangers(String path, boolean open) {
        assertEquals(open, AccessGate.isOpen(path));
    }
}

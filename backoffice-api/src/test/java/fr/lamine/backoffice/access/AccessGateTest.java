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
}

package fr.lamine.backoffice.reference;

import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.model.sync.Role;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of persons who work at counters.
final class OperatorDao {

    private OperatorDao() {}

    static List<Operator> all(Handle handle) {
        return handle.createQuery("SELECT code, display_name, role, pin_hash FROM operator ORDER BY code")
                .map((row, _) -> new Operator(
                        new OperatorCode(row.getString(1)),
                        row.getString(2),
                        Role.valueOf(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    static void put(Handle handle, Operator operator) {
        handle.createUpdate("""
                INSERT INTO operator (code, display_name, role, pin_hash) VALUES (:code, :name, :role, :pin)
                ON CONFLICT (code) DO UPDATE
                SET display_name = excluded.display_name, role = excluded.role, pin_hash = excluded.pin_hash""")
                .bind("code", operator.code().code())
                .bind("name", operator.displayName())
                .bind("role", operator.role())
                .bind("pin", operator.pinHash())
                .execute();
    }

    static void remove(Handle handle, OperatorCode code) {
        handle.createUpdate("DELETE FROM operator WHERE code = :code")
                .bind("code", code.code())
                .execute();
    }
}

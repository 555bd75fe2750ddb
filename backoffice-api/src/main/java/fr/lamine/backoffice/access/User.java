package fr.lamine.backoffice.access;

import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.sync.Role;
import java.util.Locale;
import java.util.regex.Pattern;

/// A person who may sign in.
///
/// @param login 2 to 40 small letters, digits, dots and dashes
public record User(String login, String displayName, Role role) {

    static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");

    public User {
        if (!LOGIN.matcher(login).matches()) {
            throw new IllegalArgumentException("not a login: " + login);
        }
    }

    /// The login as the code that stands in facts: capitals and digits, at most 12.
    public OperatorCode operator() {
        String code = login.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return new OperatorCode(code.substring(0, Math.min(code.length(), 12)));
    }
}

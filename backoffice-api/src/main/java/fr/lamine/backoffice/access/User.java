package fr.lamine.backoffice.access;

import fr.lamine.model.sync.Role;
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
}

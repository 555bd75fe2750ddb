package fr.lamine.backoffice.access;

import fr.lamine.model.sync.Role;

/// A person who is signed in.
public record User(String login, String displayName, Role role) {}

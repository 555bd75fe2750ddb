/// Who may come into the office (*accès*): users with a role, signed in by password and cookie. Passwords and session
/// tokens are kept as hashes only; wrong tries slow a login down, across restarts.
package fr.lamine.backoffice.access;

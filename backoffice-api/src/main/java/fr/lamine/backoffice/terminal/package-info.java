/// Terminals (*postes*): how they become known to the office and how they sign in. A terminal that is replaced or
/// cloned is a new terminal.
package fr.lamine.backoffice.terminal;

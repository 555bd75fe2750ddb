package fr.lamine.pos.web.view;

/// Help (*aide*): what the screens expect, and the keys.
///
/// @param version of the program
public record HelpView(String version) implements ScreenView {}

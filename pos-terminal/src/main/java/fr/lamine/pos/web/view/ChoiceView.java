package fr.lamine.pos.web.view;

/// One of a few things to choose from: a container, a source, a commune, a destination.
///
/// @param code   what is sent
/// @param detail a second, smaller line; may be empty
public record ChoiceView(String code, String name, String detail, String icon, boolean chosen) {}

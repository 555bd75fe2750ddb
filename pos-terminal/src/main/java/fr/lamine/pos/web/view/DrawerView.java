package fr.lamine.pos.web.view;

/// The day of a till (*tiroir*): opening, cash in and out, readings, closing.
public record DrawerView(DrawerPanel panel, GoView go) implements ScreenView {}

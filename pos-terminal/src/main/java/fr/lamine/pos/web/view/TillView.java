package fr.lamine.pos.web.view;

/// The till (*caisse*).
public record TillView(TicketView ticket, TillPanel panel, GoView go) implements ScreenView {}

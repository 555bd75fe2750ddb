package fr.lamine.pos.web.view;

/// The devices of the counter (*Appareils*).
///
/// @param mayChange whether this person may choose other devices
public record DevicesView(DevicesPanel panel, boolean mayChange) implements ScreenView {}

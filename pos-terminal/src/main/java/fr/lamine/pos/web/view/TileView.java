package fr.lamine.pos.web.view;

/// A big button with a pictogram.
///
/// @param code what is sent
/// @param icon name in the sprite `icons.svg`
public record TileView(String code, String name, String icon, boolean chosen) {}

package fr.lamine.pos.web.view;

/// A family of categories above the tiles.
public record ChipView(String code, String name, boolean chosen) {}

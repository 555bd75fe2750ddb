package fr.lamine.pos.web.view;

/// A price on a key.
///
/// @param amount what is sent, such as `2,00`
/// @param text   what is read, such as `2,00 €`
public record PriceView(String amount, String text, boolean chosen) {}

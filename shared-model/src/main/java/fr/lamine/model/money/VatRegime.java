package fr.lamine.model.money;

/// Under which rule a line is taxed, fixed when it is sold (CGI articles named beside each).
public enum VatRegime {
    /// Exempt works of a non-profit body, CGI 261-7-1°.
    EXEMPT_261_7,
    /// Small-business franchise, CGI 293 B.
    FRANCHISE_293B,
    /// Margin scheme of second-hand goods, CGI 297 A: no VAT may be shown.
    MARGIN_297A,
    /// Taxed at a rate.
    STANDARD,
    /// Gift, dues, deposit: no turnover.
    OUT_OF_SCOPE
}

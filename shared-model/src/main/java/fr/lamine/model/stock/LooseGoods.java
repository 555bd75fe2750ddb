package fr.lamine.model.stock;

import fr.lamine.model.catalog.CategoryCode;
import fr.lamine.model.measure.Weight;

/// Unlabelled goods of one category (*vrac*), weighed or taken by the table of averages.
public record LooseGoods(CategoryCode category, Weight weight) {}

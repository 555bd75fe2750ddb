/// The tree of goods (*catégories*), price grid, average weights and containers: dated reference data that a manager
/// changes, one revision at a time.
package fr.lamine.model.catalog;

/// What a screen of the counter shows, as plain values.
///
/// Each number, date and name arrives here ready to be read by a French person (`12,340`, `18,00 €`, `14:32`); the
/// fixed words come from the text bundle. A view decides nothing and holds no state: the same view always gives the
/// same page. Codes, ids and amounts that a button sends back are sent back unchanged and judged again by the server.
package fr.lamine.pos.web.view;

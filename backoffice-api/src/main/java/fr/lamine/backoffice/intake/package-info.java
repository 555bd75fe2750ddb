/// Weighings (*pesées*): goods taken in, put on the shelf or sent away, each with its scale and raw frame.
package fr.lamine.backoffice.intake;

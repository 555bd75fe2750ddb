package fr.lamine.backoffice.stock;

import fr.lamine.backoffice.screen.Slice;
import fr.lamine.model.measure.Mass;

/// Movements and the figure that they add up to, all pages together.
public record MovementList(Slice<MovementRow> movements, Mass sum) {}

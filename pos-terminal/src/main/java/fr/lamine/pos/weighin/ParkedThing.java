package fr.lamine.pos.weighin;

import fr.lamine.model.measure.Mass;
import java.time.Instant;

/// A thing that lies weighed and unclassified until somebody takes it up.
///
/// @param mass     what the scale said when it was parked; among the unclassified goods in sorting
/// @param pictured whether there is a photograph of it
record ParkedThing(long id, Mass mass, ParkedFor reason, boolean pictured, Instant since) {}

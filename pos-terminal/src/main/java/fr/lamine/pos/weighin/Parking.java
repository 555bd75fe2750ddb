package fr.lamine.pos.weighin;

import java.util.Optional;

/// What is written on the card of a thing that is kept for later.
record Parking(ParkedFor reason, Optional<Photo> photo) {}

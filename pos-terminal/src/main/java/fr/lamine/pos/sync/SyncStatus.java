package fr.lamine.pos.sync;

import java.time.Instant;
import java.util.Optional;

/// What every screen says about the office.
///
/// @param reachable   the office answered last time
/// @param unsent      facts that it has not acknowledged
/// @param unsentSince when the oldest of them was recorded; empty when there is none
/// @param trouble     what only a person can clear, in French; empty when all is well
public record SyncStatus(boolean reachable, long unsent, Optional<Instant> unsentSince, Optional<String> trouble) {}

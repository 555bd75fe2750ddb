package fr.lamine.model.measure;

import java.util.Optional;

/// One weighing: `net = gross − tare`, net above zero and tare not negative.
///
/// @param container code of the known container whose tare was taken off, if any
public record Weight(Mass gross, Mass tare, Mass net, Optional<String> container, MassProvenance provenance) {

    public Weight {
        if (tare.isNegative() || !net.isPositive() || !gross.minus(tare).equals(net)) {
            throw new IllegalArgumentException("gross %s, tare %s, net %s".formatted(gross, tare, net));
        }
        if (container.isPresent() && !container.get().matches("[A-Za-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("not a container: " + container.get());
        }
    }

    public static Weight of(Mass gross, Mass tare, Optional<String> container, MassProvenance provenance) {
        return new Weight(gross, tare, gross.minus(tare), container, provenance);
    }

    public static Weight untared(Mass mass, MassProvenance provenance) {
        return of(mass, Mass.ZERO, Optional.empty(), provenance);
    }
}

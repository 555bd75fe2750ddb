package fr.lamine.model.catalog;

import fr.lamine.model.measure.Mass;

/// A known box, trolley or pallet (*contenant*) whose mass is taken off by scanning its code.
public record Container(String code, String name, Mass tare) {

    public Container {
        if (!code.matches("[A-Za-z0-9-]{1,20}") || name.isBlank() || name.length() > 40 || tare.isNegative()) {
            throw new IllegalArgumentException("not a container: " + code);
        }
    }
}

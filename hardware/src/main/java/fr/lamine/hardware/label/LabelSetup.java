package fr.lamine.hardware.label;

import fr.lamine.hardware.transport.Endpoint;

/// What must be known of a label printer.
public record LabelSetup(String name, Endpoint endpoint, LabelLanguage language, LabelSize size, boolean emulated) {

    public LabelSetup {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a printer's name of " + name.length() + " characters");
        }
    }
}

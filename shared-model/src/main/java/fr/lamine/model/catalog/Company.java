package fr.lamine.model.catalog;

import java.util.Optional;

/// Who sells: what a receipt must say about it. Empty texts until a manager has entered them.
///
/// @param siret     14 digits, or empty
/// @param ape       activity code such as `38.32Z`, or empty
/// @param vatNumber intra-community number, when there is one
public record Company(String name, String siret, String ape, Optional<String> vatNumber) {

    public static final Company UNNAMED = new Company("La Mine", "", "", Optional.empty());

    public Company {
        if (name.isBlank() || name.length() > 60 || !siret.matches("|[0-9]{14}") || ape.length() > 10) {
            throw new IllegalArgumentException("name, SIRET or APE of the company out of bounds");
        }
        if (vatNumber.isPresent() && !vatNumber.get().matches("[A-Z]{2}[0-9A-Z]{2,13}")) {
            throw new IllegalArgumentException("not a VAT number: " + vatNumber.get());
        }
    }
}

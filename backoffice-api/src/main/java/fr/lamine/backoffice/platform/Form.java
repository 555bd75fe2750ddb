package fr.lamine.backoffice.platform;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.ServerRequest;

/// What a page sends when its button is pressed.
public final class Form {

    private Form() {}

    /// @throws BadRequest when the body is no form
    public static Parameters of(ServerRequest request) {
        boolean form = request.headers()
                .contentType()
                .filter(type -> type.mediaType().equals(MediaTypes.APPLICATION_FORM_URLENCODED))
                .isPresent();
        if (!form || !request.content().hasEntity()) {
            throw BadRequest.malformed("Le formulaire n’est pas lisible.");
        }
        try {
            return request.content().as(Parameters.class);
        } catch (IllegalArgumentException e) {
            throw BadRequest.malformed("Le formulaire n’est pas lisible.");
        }
    }

    /// What stands in a field, without the blanks around it; nothing beyond `most` characters is looked at.
    public static String field(Parameters form, String name, int most) {
        String text = form.first(name).orElse("").strip();
        return text.substring(0, Math.min(text.length(), most));
    }
}

package fr.lamine.backoffice.online;

import fr.lamine.backoffice.platform.BadRequest;
import fr.lamine.backoffice.screen.Screen;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// Photographs, taken with a tablet and shown in listings.
public final class PhotoPage implements HttpService {

    private final Screen screen;

    public PhotoPage(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/en-ligne/photos", this::take).get("/en-ligne/photos/{hash}", this::show);
    }

    /// The bytes themselves are the body: neither a name nor a type is believed.
    private void take(ServerRequest request, ServerResponse response) {
        byte[] sent = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        if (sent.length > PhotoRules.MAX_BYTES) {
            throw new BadRequest(
                    Status.REQUEST_ENTITY_TOO_LARGE_413, "Cette photo est trop grosse\u202f: 4 Mo au plus.");
        }
        String type = PhotoRules.type(sent)
                .orElseThrow(() -> BadRequest.malformed("Ce n’est pas une photo JPEG, PNG ou WebP."));
        byte[] bytes = PhotoRules.withoutTraces(sent);
        String hash = HexFormat.of().formatHex(sha256(bytes));
        screen.database().useTransaction(handle -> PhotoDao.put(handle, hash, type, bytes, screen.now()));
        Screen.json(response, Map.of("hash", hash));
    }

    private void show(ServerRequest request, ServerResponse response) {
        send(screen, request.path().pathParameters().get("hash"), response);
    }

    static void send(Screen screen, String hash, ServerResponse response) {
        PhotoDao.Photo photo = screen.read(handle -> PhotoDao.find(handle, hash))
                .orElseThrow(() -> BadRequest.notFound("Cette photo n’existe pas."));
        response.header(HeaderNames.CONTENT_TYPE, photo.type());
        response.header(HeaderNames.CONTENT_DISPOSITION, "inline; filename=\"" + hash.substring(0, 12) + "\"");
        response.header(HeaderNames.CACHE_CONTROL, "private, max-age=31536000, immutable");
        response.send(photo.bytes());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

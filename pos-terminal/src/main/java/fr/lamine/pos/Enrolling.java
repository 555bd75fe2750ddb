package fr.lamine.pos;

import fr.lamine.model.journal.Json;
import fr.lamine.model.sync.Enrolment;
import fr.lamine.model.sync.Enrolment.Enrolled;
import fr.lamine.pos.store.KeyFolder;
import fr.lamine.pos.store.TerminalIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// The first start of a terminal: it shows the office its one-time code and the key it made.
final class Enrolling {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 10_000;

    private Enrolling() {}

    sealed interface Outcome {}

    record Known(TerminalIdentity identity) implements Outcome {}

    /// @param sentence what to do, in French
    record NotYet(String sentence) implements Outcome {}

    static Outcome identity(KeyFolder keys, CounterConfig config) {
        Optional<TerminalIdentity> known = keys.identity();
        if (known.isPresent()) {
            return new Known(known.get());
        }
        if (config.office().isEmpty()) {
            return new NotYet("Ce poste n’est pas inscrit. Démarrez-le avec l’adresse du bureau (--office)"
                    + " et un code d’inscription (--enrol).");
        }
        Optional<String> code = config.enrol();
        if (code.isEmpty()) {
            return new NotYet("Ce poste n’est pas inscrit. Au bureau, demandez un code d’inscription,"
                    + " puis démarrez le poste avec ce code (--enrol).");
        }
        return enrol(keys, config.office().get(), code.get());
    }

    static Outcome enrol(KeyFolder keys, URI office, String code) {
        if (!code.matches("[A-Z0-9-]{8,40}")) {
            return new NotYet("Ce code d’inscription n’est pas lisible : vérifiez-le.");
        }
        String publicKey = keys.keyOrNew(1).verifyingKey().text();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(office.resolve("/api/v1/enrolment"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(Json.write(new Enrolment(code, publicKey))))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().length() > MAX_ANSWER) {
                return new NotYet("Le bureau n’a pas accepté ce code d’inscription (réponse " + answer.statusCode()
                        + "). Demandez un nouveau code.");
            }
            TerminalIdentity identity = TerminalIdentity.of(Json.read(answer.body(), Enrolled.class));
            keys.keep(identity);
            return new Known(identity);
        } catch (IOException e) {
            return new NotYet("Le bureau ne répond pas à l’adresse " + office + ". Vérifiez le réseau.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotYet("Le poste a été arrêté pendant son inscription.");
        }
    }
}

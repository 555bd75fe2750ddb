package fr.lamine.pos.web;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;

/// A bug or a broken machine: logged once, with the number that the screen shows.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;

    private Fault(String id, Throwable cause) {
        super(id, cause);
        this.id = id;
    }

    /// Logs what went wrong under a new number; a fault that was logged before stays as it is.
    public static Fault log(Throwable cause) {
        if (cause instanceof Fault known) {
            return known;
        }
        Fault fault = new Fault("P-%06d".formatted(RANDOM.nextInt(1_000_000)), cause);
        System.getLogger(Fault.class.getName()).log(Level.ERROR, "Fault " + fault.id, cause);
        return fault;
    }

    public String id() {
        return id;
    }
}

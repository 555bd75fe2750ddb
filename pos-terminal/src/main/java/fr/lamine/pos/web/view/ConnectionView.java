package fr.lamine.pos.web.view;

/// What the office has received of this terminal.
///
/// @param reachable whether the office answered last time
/// @param unsent    facts that the office has not acknowledged
/// @param age       age of the oldest of them, such as `3 min`; empty when there is none
public record ConnectionView(boolean reachable, int unsent, String age) {

    public ConnectionView {
        if (unsent < 0 || unsent > 0 == age.isBlank()) {
            throw new IllegalArgumentException(unsent + " unsent facts, age '" + age + "'");
        }
    }

    public static ConnectionView upToDate() {
        return new ConnectionView(true, 0, "");
    }
}

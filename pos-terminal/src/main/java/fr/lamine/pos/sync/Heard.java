package fr.lamine.pos.sync;

/// What came back from the office over HTTP.
public sealed interface Heard<T> {

    record Answer<T>(T value) implements Heard<T> {}

    /// 404.
    record NotThere<T>() implements Heard<T> {}

    /// 401.
    record NotSignedIn<T>() implements Heard<T> {}

    /// Another 4xx, or an answer that cannot be read.
    record Misunderstood<T>(String why) implements Heard<T> {}

    /// No connection, no answer in time, or the office in trouble: it may go better later.
    record Silence<T>(String why) implements Heard<T> {}
}

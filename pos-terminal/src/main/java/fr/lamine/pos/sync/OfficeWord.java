package fr.lamine.pos.sync;

/// What the office says of something that other tills gave out or sold.
public sealed interface OfficeWord<T> {

    record Said<T>(T value) implements OfficeWord<T> {}

    /// It answers, and has not heard of it yet.
    record Unknown<T>() implements OfficeWord<T> {}

    /// It does not answer now.
    record Away<T>() implements OfficeWord<T> {}

    /// This till works without an office: nobody else takes what it gave out.
    record Alone<T>() implements OfficeWord<T> {}
}

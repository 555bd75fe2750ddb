package fr.lamine.hardware.display;

/// Two lines of 20 characters turned to the customer. Absence is normal: showing on an absent display does nothing.
public interface CustomerDisplay extends AutoCloseable {

    /// Longer texts are cut at 20 characters.
    void showLines(String first, String second);

    void clear();

    @Override
    void close();
}

package fr.lamine.model.site;

/// Who writes a journal: a terminal (001–999, of which 900–999 are for training and demonstration) or the office itself
/// (`OFFICE`, number 0, which is also the terminal part of codes printed by the office).
public record TerminalId(String code) implements Comparable<TerminalId> {

    public static final TerminalId OFFICE = new TerminalId("OFFICE");

    public TerminalId {
        if (!code.equals("OFFICE") && (!code.matches("[0-9]{3}") || code.equals("000"))) {
            throw new IllegalArgumentException("not a terminal: " + code);
        }
    }

    public static TerminalId of(int number) {
        return new TerminalId("%03d".formatted(number));
    }

    public int number() {
        return isOffice() ? 0 : Integer.parseInt(code);
    }

    public boolean isOffice() {
        return code.equals("OFFICE");
    }

    /// Terminals 900–999 never hold the real trade of a shop.
    public boolean isForTrainingOrDemo() {
        return number() >= 900;
    }

    @Override
    public int compareTo(TerminalId other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}

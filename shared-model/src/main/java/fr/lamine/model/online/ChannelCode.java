package fr.lamine.model.online;

/// Where things are sold online (*canal*), by a short code such as `LABEL-EMMAUS`.
public record ChannelCode(String code) implements Comparable<ChannelCode> {

    public ChannelCode {
        if (!code.matches("[A-Z0-9][A-Z0-9-]{0,19}")) {
            throw new IllegalArgumentException("not a channel: " + code);
        }
    }

    @Override
    public int compareTo(ChannelCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}

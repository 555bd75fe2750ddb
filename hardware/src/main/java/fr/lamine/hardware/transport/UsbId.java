package fr.lamine.hardware.transport;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a USB device is known by when it comes back, perhaps in another socket: maker and product number, the serial
/// number when it has one, and the socket (`1-2.3`: bus 1, port 2, port 3 of the hub there), which decides only among
/// devices that are otherwise equal.
public record UsbId(int vendor, int product, Optional<String> serial, Optional<String> socket) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<vendor>[0-9a-f]{4}):(?<product>[0-9a-f]{4})(?:/(?<serial>[^/@]{1,800}))?(?:@(?<socket>[0-9.-]{1,40}))?");

    public UsbId {
        if (vendor < 0 || vendor > 0xffff || product < 0 || product > 0xffff) {
            throw new IllegalArgumentException("not a USB device: %x:%x".formatted(vendor, product));
        }
        if (serial.filter(s -> s.isEmpty() || s.length() > 126).isPresent()
                || socket.filter(s -> !s.matches("[0-9]{1,3}-[0-9.]{1,30}")).isPresent()) {
            throw new IllegalArgumentException("not a USB device: serial " + serial + ", socket " + socket);
        }
    }

    /// Reads what [#toString()] wrote: `0922:8003`, `0922:8003/AB12`, `0922:8003@1-2.3`.
    public static Optional<UsbId> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UsbId(
                    Integer.parseInt(matcher.group("vendor"), 16),
                    Integer.parseInt(matcher.group("product"), 16),
                    Optional.ofNullable(matcher.group("serial")).map(s -> URLDecoder.decode(s, StandardCharsets.UTF_8)),
                    Optional.ofNullable(matcher.group("socket"))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%04x:%04x".formatted(vendor, product)
                + serial.map(s -> "/" + URLEncoder.encode(s, StandardCharsets.UTF_8))
                        .orElse("")
                + socket.map(s -> "@" + s).orElse("");
    }

    boolean isSameModel(UsbId other) {
        return vendor == other.vendor && product == other.product;
    }

    /// The device meant by this id among those plugged in. Without a serial number it may have moved to another socket,
    /// but when several equal ones are there and none in its own socket, none is chosen: the wrong scale is
    /// worse than none.
    Optional<UsbId> among(List<UsbId> present) {
        List<UsbId> twins = present.stream()
                .filter(this::isSameModel)
                .filter(other -> serial.isEmpty() || serial.equals(other.serial))
                .toList();
        if (twins.size() == 1) {
            return Optional.of(twins.getFirst());
        }
        return twins.stream()
                .filter(other -> socket.isPresent() && socket.equals(other.socket))
                .findFirst();
    }
}

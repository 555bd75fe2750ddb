package fr.lamine.hardware.scale.protocol;

import static fr.lamine.hardware.scale.Scale.Command.TARE;
import static fr.lamine.hardware.scale.Scale.Command.ZERO;
import static fr.lamine.hardware.transport.Serial.Framing.EIGHT_NONE_ONE;
import static fr.lamine.hardware.transport.Serial.Framing.SEVEN_EVEN_ONE;

import fr.lamine.hardware.scale.Polling;
import fr.lamine.hardware.scale.Scale;
import fr.lamine.hardware.scale.Scale.Command;
import fr.lamine.hardware.scale.ScaleDecoder;
import fr.lamine.hardware.scale.ScaleIdentity;
import fr.lamine.hardware.scale.adam.AdamFrame;
import fr.lamine.hardware.scale.adam.AdamScale;
import fr.lamine.hardware.scale.casecr.CasEcrFrame;
import fr.lamine.hardware.scale.casecr.CasEcrScale;
import fr.lamine.hardware.scale.gram.GramFrame;
import fr.lamine.hardware.scale.gram.GramScale;
import fr.lamine.hardware.scale.mettler8217.Mettler8217Frame;
import fr.lamine.hardware.scale.mettler8217.Mettler8217Scale;
import fr.lamine.hardware.scale.mtsics.MtSicsFrame;
import fr.lamine.hardware.scale.mtsics.MtSicsScale;
import fr.lamine.hardware.scale.nci.NciFrame;
import fr.lamine.hardware.scale.nci.NciScale;
import fr.lamine.hardware.scale.ohaus.OhausFrame;
import fr.lamine.hardware.scale.ohaus.OhausScale;
import fr.lamine.hardware.scale.stgs.StgsFrame;
import fr.lamine.hardware.scale.stgs.StgsScale;
import fr.lamine.hardware.scale.usbhid.UsbHidFrame;
import fr.lamine.hardware.scale.usbhid.UsbHidScale;
import fr.lamine.hardware.transport.Endpoint;
import fr.lamine.hardware.transport.Serial;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What a scale can be set to speak. The names of the constants stand in configuration files, see [#named].
public enum ScaleProtocol {
    USB_HID(
            "USB, classe balance (Dymo, Mettler-Toledo PS…)",
            Optional.empty(),
            Optional.empty(),
            Set.of(ZERO),
            UsbHidFrame::new,
            UsbHidScale::new),
    STGS(
            "ST/GS en continu (A&D, AD-4404, CAS 22 octets…)",
            wired(9_600, EIGHT_NONE_ONE),
            Optional.empty(),
            Set.of(ZERO, TARE),
            StgsFrame::new,
            (identity, endpoint, clock) -> new StgsScale(identity, endpoint, clock, StgsScale.Words.SHORT)),
    DINI_ARGEO(
            "ST/GS en continu, commandes ZERO et TARE (Dini Argeo…)",
            wired(9_600, EIGHT_NONE_ONE),
            Optional.empty(),
            Set.of(ZERO, TARE),
            StgsFrame::new,
            (identity, endpoint, clock) -> new StgsScale(identity, endpoint, clock, StgsScale.Words.DINI_ARGEO)),
    MTSICS(
            "MT-SICS ou KCP (Mettler-Toledo, KERN…)",
            wired(9_600, EIGHT_NONE_ONE),
            Optional.of(MtSicsScale.POLLING),
            Set.of(ZERO, TARE),
            MtSicsFrame::new,
            MtSicsScale::new),
    METTLER_8217(
            "8217 (Mettler-Toledo de caisse et compatibles)",
            wired(9_600, SEVEN_EVEN_ONE),
            Optional.of(Mettler8217Scale.POLLING),
            Set.of(ZERO, TARE),
            Mettler8217Frame::new,
            Mettler8217Scale::new),
    CAS_ECR(
            "ECR (CAS AP, ER, PD, SW ; Ohaus Aviator)",
            wired(9_600, EIGHT_NONE_ONE),
            Optional.of(CasEcrScale.POLLING),
            Set.of(),
            CasEcrFrame::new,
            CasEcrScale::new),
    NCI(
            "NCI, SCP-01 (Avery Weigh-Tronix, Brecknell…)",
            wired(9_600, EIGHT_NONE_ONE),
            Optional.of(NciScale.POLLING),
            Set.of(ZERO),
            NciFrame::new,
            NciScale::new),
    GRAM(
            "PC0 (Gram, Baxtran)",
            wired(9_600, EIGHT_NONE_ONE),
            Optional.of(GramScale.POLLING),
            Set.of(ZERO, TARE),
            GramFrame::new,
            GramScale::new),
    OHAUS(
            "Ohaus (Defender, Ranger, Valor…)",
            wired(9_600, EIGHT_NONE_ONE),
            Optional.of(OhausScale.POLLING),
            Set.of(ZERO, TARE),
            OhausFrame::new,
            OhausScale::new),
    ADAM(
            "Adam Equipment, commande P (AZextra…)",
            wired(4_800, EIGHT_NONE_ONE),
            Optional.of(AdamScale.POLLING),
            Set.of(ZERO, TARE),
            AdamFrame::new,
            AdamScale::new);

    /// How the makers deliver a scale's serial line.
    public record Line(int baud, Serial.Framing framing) {}

    /// How a driver is made.
    @FunctionalInterface
    private interface Maker {
        Scale make(ScaleIdentity identity, Endpoint endpoint, InstantSource clock);
    }

    private final String frenchName;
    private final Optional<Line> line;
    private final Optional<Polling> polling;
    private final Set<Command> commands;
    private final Supplier<ScaleDecoder> decoder;
    private final Maker maker;

    ScaleProtocol(
            String frenchName,
            Optional<Line> line,
            Optional<Polling> polling,
            Set<Command> commands,
            Supplier<ScaleDecoder> decoder,
            Maker maker) {
        this.frenchName = frenchName;
        this.line = line;
        this.polling = polling;
        this.commands = commands;
        this.decoder = decoder;
        this.maker = maker;
    }

    private static Optional<Line> wired(int baud, Serial.Framing framing) {
        return Optional.of(new Line(baud, framing));
    }

    /// For people: the protocol and the makers who use it.
    public String frenchName() {
        return frenchName;
    }

    /// The factory setting of the serial line; empty when it does not run over one.
    public Optional<Line> line() {
        return line;
    }

    /// How the driver asks for the weight; empty when the scale says it by itself.
    public Optional<Polling> polling() {
        return polling;
    }

    /// Which commands the protocol has.
    public Set<Command> commands() {
        return commands;
    }

    /// For one connection.
    public ScaleDecoder decoder() {
        return decoder.get();
    }

    /// Not started yet.
    public Scale driver(ScaleIdentity identity, Endpoint endpoint, InstantSource clock) {
        return maker.make(identity, endpoint, clock);
    }

    /// `mettler-8217`, as in a configuration file.
    public String configurationName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException when there is no such protocol
    public static ScaleProtocol named(String configurationName) {
        return valueOf(configurationName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

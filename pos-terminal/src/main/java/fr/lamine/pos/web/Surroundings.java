package fr.lamine.pos.web;

import fr.lamine.pos.web.view.AskView;
import fr.lamine.pos.web.view.ConnectionView;
import fr.lamine.pos.web.view.DeviceView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a screen says of the machine around it.
///
/// @param ask     what people should settle when they have a hand free
/// @param table   address of the page of the emulated devices, where there are some
/// @param trouble something that people must know on every screen, in French
public record Surroundings(
        Supplier<ConnectionView> connection,
        Supplier<List<DeviceView>> devices,
        Supplier<Optional<AskView>> ask,
        Supplier<Optional<String>> trouble,
        String version,
        Optional<String> table) {}

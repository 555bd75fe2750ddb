package fr.lamine.pos.web.view;

import java.util.List;
import java.util.Optional;

/// The top bar.
///
/// @param operator first name and initial, absent before sign-in
/// @param clock    `14:32`, kept running by the page
/// @param table    where the emulated devices are drawn; present when nothing here is for real
public record BarView(
        String site,
        String station,
        ConnectionView connection,
        List<DeviceView> devices,
        Optional<String> operator,
        String clock,
        Optional<String> table) {

    public BarView(
            String site,
            String station,
            ConnectionView connection,
            List<DeviceView> devices,
            Optional<String> operator,
            String clock) {
        this(site, station, connection, devices, operator, clock, Optional.empty());
    }

    public BarView {
        devices = List.copyOf(devices);
    }
}

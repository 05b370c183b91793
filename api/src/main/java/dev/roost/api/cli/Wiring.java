package dev.roost.api.cli;

import dev.roost.simulator.port.PortFactory;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the commands run: put together in one place, `dev.roost.api.Main`, and asked for only by
/// the command that needs it, so that help loads nothing.
///
/// @param recommenders opens the recommenders that simulations and replays test, with settings by
///     path that are not those of the profile
/// @param service answers HTTP
public record Wiring(
    Function<Map<String, ?>, PortFactory> recommenders, Supplier<Service> service) {}

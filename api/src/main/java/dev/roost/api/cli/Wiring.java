package dev.roost.api.cli;

import dev.roost.simulator.port.PortFactory;
import java.util.function.Supplier;

/// What the commands run: put together in one place, `dev.roost.api.Main`, and asked for only by
/// the command that needs it, so that help loads nothing.
///
/// @param recommenders opens the recommenders that simulations and replays test
/// @param service answers HTTP
public record Wiring(Supplier<PortFactory> recommenders, Supplier<Service> service) {}

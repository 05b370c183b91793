package dev.roost.simulator.report;

/// One world of the run.
///
/// @param name `main`, `clean` (no injection), `frozen` (injected, no model after the onset) or
///     `placebo` (no injection, chance drawn anew from the onset on)
/// @param digest SHA-256 over every feed served and every engagement, in hexadecimal
/// @param digestUntilOnset the same up to the onset, where all worlds still agree; the whole digest
///     if nothing was injected
public record WorldRun(
    String name, String description, Counts counts, String digest, String digestUntilOnset) {}

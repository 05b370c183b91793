package dev.roost.simulator.run;

import dev.roost.simulator.scenario.Drift;
import java.time.Duration;
import java.time.Instant;

/// The instants of a run that matter for comparing its worlds.
///
/// @param onsetTick first tick with the first drift at work; `Integer.MAX_VALUE` for a control
/// @param onset when that is; the end of the run for a control
/// @param harm the 48 hours from the onset on, or what is left of the run
/// @param late the last 48 hours, if they begin after the harm window ended; empty otherwise
record Timeline(int onsetTick, Instant onset, Instant end, Window harm, Window late) {

  private static final int COMPARED_DAYS = 2;

  static Timeline of(SimulationSettings settings) {
    int ticks = settings.ticks();
    var end = instant(settings, ticks);
    if (settings.scenario().isControl()) {
      var none = new Window(0, 0);
      return new Timeline(Integer.MAX_VALUE, end, end, none, none);
    }
    Drift first = settings.scenario().first();
    int onset = tick(first, settings.tick());
    int span = COMPARED_DAYS * settings.ticksPerDay();
    var harm = new Window(onset, Math.min(ticks, onset + span));
    var late = new Window(Math.max(harm.to(), ticks - span), ticks);
    return new Timeline(onset, instant(settings, onset), end, harm, late);
  }

  /// Returns the first tick with a drift at work.
  static int tick(Drift drift, Duration length) {
    return (int) Math.ceilDiv(drift.onset().toSeconds(), length.toSeconds());
  }

  /// Returns when a tick begins.
  static Instant instant(SimulationSettings settings, int tick) {
    return SimulationSettings.START.plus(
        Duration.ofSeconds(settings.tick().toSeconds()).multipliedBy(tick));
  }
}

package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.World;
import java.time.Duration;

/// How much of a drift is at work on whom: from 0 to its magnitude.
///
/// A drift that grows by readers gives each either nothing or all of it; any other gives all the
/// same.
final class Dose {

  private final Drift drift;
  private final int tickSeconds;
  private final Chance pace;
  private double progress;

  Dose(Drift drift, World world) {
    this.drift = drift;
    this.tickSeconds = world.settings().tickSeconds();
    this.pace =
        Chance.of(
            world.settings().seed(), "pace of " + drift.kind().label() + drift.slice().label());
  }

  /// Lets time come to the beginning of a tick; returns whether any dose changed by that.
  boolean moveTo(int tick) {
    double before = progress;
    progress = drift.progress(Duration.ofSeconds((long) tick * tickSeconds));
    return progress != before;
  }

  /// Returns the dose of a person or thing, in `[0, magnitude]`.
  double of(long whom) {
    if (!drift.ramp().isByReaders()) {
      return drift.magnitude() * progress;
    }
    return pace.uniform(whom, 0, 0) < progress ? drift.magnitude() : 0;
  }

  /// Returns the dose of a crowd, in `[0, magnitude]`.
  double ofAll() {
    return drift.magnitude() * progress;
  }
}

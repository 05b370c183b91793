package dev.roost.simulator.scenario;

import java.time.Duration;

/// How a drift grows from nothing to its whole.
///
/// The four shapes are those of Gama, Žliobaitė, Bifet, Pechenizkiy and Bouchachia, [A survey on
/// concept drift adaptation](https://doi.org/10.1145/2523813), ACM Computing Surveys 46 (2014).
public sealed interface Ramp {

  /// Returns how far it has come, in `[0, 1]`.
  ///
  /// @param since time from the onset, at least 0
  double progress(Duration since);

  /// Returns the time from the onset until it is whole for the first time.
  Duration length();

  /// Returns whether it grows by touching more readers, rather than touching all of them more.
  default boolean isByReaders() {
    return false;
  }

  /// Whole at once.
  record Sudden() implements Ramp {

    @Override
    public double progress(Duration since) {
      return 1;
    }

    @Override
    public Duration length() {
      return Duration.ZERO;
    }
  }

  /// One reader after another is touched, each at once by the whole of it.
  ///
  /// @param over until all are; positive
  record Gradual(Duration over) implements Ramp {

    public Gradual {
      check(over, "over");
    }

    @Override
    public double progress(Duration since) {
      return linear(since, over);
    }

    @Override
    public Duration length() {
      return over;
    }

    @Override
    public boolean isByReaders() {
      return true;
    }
  }

  /// All are touched, little by little.
  ///
  /// @param over until it is whole; positive
  record Incremental(Duration over) implements Ramp {

    public Incremental {
      check(over, "over");
    }

    @Override
    public double progress(Duration since) {
      return linear(since, over);
    }

    @Override
    public Duration length() {
      return over;
    }
  }

  /// Comes and goes.
  ///
  /// @param period from one coming to the next; positive
  /// @param on share of each period, from its beginning, in which it is whole; above 0, below 1
  record Recurring(Duration period, double on) implements Ramp {

    public Recurring {
      check(period, "period");
      if (!(on > 0 && on < 1)) {
        throw new IllegalArgumentException("on must be above 0 and below 1: " + on);
      }
    }

    @Override
    public double progress(Duration since) {
      return since.toSeconds() % period.toSeconds() < on * period.toSeconds() ? 1 : 0;
    }

    @Override
    public Duration length() {
      return Duration.ZERO;
    }
  }

  private static double linear(Duration since, Duration over) {
    return Math.min(1, (double) since.toSeconds() / over.toSeconds());
  }

  private static void check(Duration span, String name) {
    if (span.toSeconds() <= 0) {
      throw new IllegalArgumentException(name + " must be at least a second: " + span);
    }
  }
}

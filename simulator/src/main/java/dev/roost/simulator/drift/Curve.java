package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.world.Dial;

/// Where a dose turns a dial to.
sealed interface Curve {

  /// Returns the place for somebody who got a dose in `[0, 1]`.
  double at(double dose, int user, Dial dial);

  /// Multiplies: by `factor` at a whole dose, and by its root at half of one.
  record Factor(double factor) implements Curve {

    @Override
    public double at(double dose, int user, Dial dial) {
      return StrictMath.pow(factor, dose);
    }
  }

  /// Adds in proportion to the dose.
  record Sum(double amount) implements Curve {

    @Override
    public double at(double dose, int user, Dial dial) {
      return dial.neutral() + amount * dose;
    }
  }

  /// Turns to one place for a share of the people that is the dose.
  record Some(double place, Chance whom) implements Curve {

    @Override
    public double at(double dose, int user, Dial dial) {
      return whom.happens(dose, user, 0, 0) ? place : dial.neutral();
    }
  }
}

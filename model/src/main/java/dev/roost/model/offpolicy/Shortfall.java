package dev.roost.model.offpolicy;

import static java.util.Objects.requireNonNull;

/// A kind of evidence of which there is too little.
///
/// @param what is counted
/// @param has how much there is
/// @param needs how much there must be
public record Shortfall(String what, double has, double needs) {

  public Shortfall {
    requireNonNull(what);
    if (!(has >= 0 && has < needs && needs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("has must be in [0, needs): " + has + ", " + needs);
    }
  }

  @Override
  public String toString() {
    return "%s %d of %d".formatted(what, (long) has, (long) needs);
  }
}

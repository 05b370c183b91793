package dev.roost.model.drift;

/// What one window says about a rate: a count, and what it would be without change.
///
/// Both kinds answer alike, so that one detector serves either.
sealed interface Tally {

  /// A count beside its expectation, Poisson without change.
  ///
  /// @param observed events, finite and at least 0
  /// @param expected their mean without change, finite and at least 0
  record Count(double observed, double expected) implements Tally {
    public Count {
      check(observed, "observed");
      check(expected, "expected");
    }

    @Override
    public double logLikelihoodRatio(double ratio) {
      return observed * StrictMath.log(ratio) - expected * (ratio - 1);
    }

    @Override
    public Tally expecting(double ratio) {
      return new Count(observed, expected * ratio);
    }

    @Override
    public double above() {
      return observed;
    }

    @Override
    public double below() {
      return expected;
    }

    @Override
    public double information() {
      return expected;
    }

    @Override
    public double surplus() {
      return observed - expected;
    }
  }

  /// A part's count beside that of the whole, binomial given the whole: whatever moves all parts
  /// alike cancels out.
  ///
  /// Source: Przyborowski and Wilenski, [Homogeneity of results in testing samples from Poisson
  /// series](https://doi.org/10.1093/biomet/31.3-4.313), Biometrika 31, 1940.
  ///
  /// @param observed events of the part, finite and at least 0
  /// @param total events of the whole, finite, at least `observed` but for rounding
  /// @param share of the whole's events that the part has without change, in `[0, 1]`
  record Part(double observed, double total, double share) implements Tally {
    public Part {
      check(observed, "observed");
      check(total, "total");
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("share must be in [0, 1]: " + share);
      }
    }

    @Override
    public double logLikelihoodRatio(double ratio) {
      return observed * StrictMath.log(ratio) - total * StrictMath.log1p(share * (ratio - 1));
    }

    @Override
    public Tally expecting(double ratio) {
      return new Part(observed, total, ratio * share / (ratio * share + (1 - share)));
    }

    @Override
    public double above() {
      return observed * (1 - share);
    }

    @Override
    public double below() {
      return Math.max(0, total - observed) * share;
    }

    @Override
    public double information() {
      return total * share * (1 - share);
    }

    @Override
    public double surplus() {
      return observed - total * share;
    }
  }

  /// Returns ln of the likelihood with the rate (of the part: its odds) multiplied by `ratio`, over
  /// that without change. Its exponential has mean 1 without change.
  double logLikelihoodRatio(double ratio);

  /// Returns the same observation beside an expectation multiplied by `ratio`.
  Tally expecting(double ratio);

  /// Returns the numerator of the ratio's estimate; sums over windows divide by sums of [#below()],
  /// as Mantel and Haenszel, [Statistical aspects of the analysis of data from retrospective
  /// studies of disease](https://doi.org/10.1093/jnci/22.4.719), JNCI 22(4), 1959.
  double above();

  /// Returns the denominator of the ratio's estimate.
  double below();

  /// Returns the ratio as this window alone tells it, above 0; 1 if it tells nothing.
  default double ratio() {
    return above() > 0 && below() > 0 ? above() / below() : 1;
  }

  /// Returns Fisher's information about ln ratio at ratio 1; its inverse is the variance.
  double information();

  /// Returns observed minus expected: the score of ln ratio at ratio 1.
  double surplus();

  private static void check(double value, String what) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be finite and at least 0: " + value);
    }
  }
}

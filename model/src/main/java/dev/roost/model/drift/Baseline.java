package dev.roost.model.drift;

/// What a slice's ratio of observed to expected normally is, how sure that is, and how much counts
/// scatter.
///
/// ln ratio of a day is taken as normal about a slowly moving mean with standard deviation
/// `spread`, because every new model errs a little otherwise; counts within a day scatter by
/// `overdispersion`. Both are learned: `overdispersion` from blocks of a day against their own
/// mean, `spread` from the error with which the mean foretold each day, less what counting
/// explains. After a new model the ratio is foretold from the mean (deviation `spread`) and
/// sharpened by what is seen under that model: the posterior mean of a normal with known variances.
///
/// Both deviations are shrunk towards a first guess, as an empirical Bayes estimate would be. O(1)
/// space, O(1) a window.
final class Baseline {

  private static final double GUESS_WEIGHT = 7; // days of observation that the first guess is worth
  private static final double MOST_ERROR = 0.2; // of one day's ln ratio, so one day cannot blind
  private static final double LEAST_INFORMATION = 25; // below which a day says nothing of spread

  private final double fadePerWindow;
  private final double fadePerDay;
  private final double leastSpread;
  private final Sums history = new Sums();
  private final Sums model = new Sums();
  private final Sums day = new Sums();
  private final Sums stretch = new Sums();
  private double block;
  private double blockInformation;
  private double blocksSquared;
  private int blocks;
  private double scatter;
  private double scatterWeight;
  private double error;
  private double errorWeight;
  private double foretold = Double.NaN; // ln ratio, before the stretch

  /// Starts without knowledge.
  ///
  /// @param spread first guess
  /// @param leastSpread below which it is never estimated
  Baseline(DriftSettings settings, double spread, double leastSpread) {
    var calibration = settings.calibration();
    double halfLife = settings.windows(calibration.halfLife());
    fadePerWindow = StrictMath.pow(2, -1 / halfLife);
    fadePerDay = StrictMath.pow(2, -settings.windows(DriftSettings.DAY) / (2 * halfLife));
    scatterWeight = GUESS_WEIGHT;
    scatter = GUESS_WEIGHT * calibration.overdispersion();
    errorWeight = GUESS_WEIGHT;
    error = GUESS_WEIGHT * spread * spread;
    this.leastSpread = leastSpread;
  }

  /// Returns the expected ratio, above 0.
  double ratio() {
    if (!history.isKnown()) {
      return 1;
    }
    double prior = 1 / priorVariance();
    double seen = model.isKnown() ? model.information / overdispersion() : 0;
    double seenLog = model.isKnown() ? model.logRatio() : 0;
    return StrictMath.exp((prior * history.logRatio() + seen * seenLog) / (prior + seen));
  }

  /// Returns the variance of ln ratio about [#ratio()]: the doubt about the baseline.
  double variance() {
    double seen = model.isKnown() ? model.information / overdispersion() : 0;
    return 1 / (1 / priorVariance() + seen) + leastSpread * leastSpread;
  }

  private double priorVariance() {
    double counting = history.isKnown() ? overdispersion() / history.information : 1;
    return spread() * spread() + counting;
  }

  /// Returns variance over mean of counts, at least 1.
  double overdispersion() {
    return Math.max(1, scatter / scatterWeight);
  }

  /// Returns the standard deviation of ln ratio from day to day.
  double spread() {
    return Math.max(leastSpread, Math.sqrt(error / errorWeight));
  }

  /// Returns what is known of the ratio, in events.
  double information() {
    return history.information;
  }

  /// Takes a window.
  ///
  /// @param raw beside an expectation that knows no baseline
  /// @param sameModel whether the model in service scored it
  void learn(Tally raw, boolean sameModel) {
    var fitted = raw.expecting(history.isKnown() ? ratio() : raw.ratio());
    history.fade(fadePerWindow);
    model.fade(fadePerWindow);
    history.add(raw, fitted);
    if (sameModel) {
      model.add(raw, fitted);
    }
    day.add(raw, fitted);
    stretch.add(raw, fitted);
    block += fitted.surplus();
    blockInformation += fitted.information();
  }

  /// Ends a block of a day.
  void endBlock() {
    if (blockInformation > 0) {
      blocksSquared += block * block / blockInformation;
      blocks++;
    }
    block = 0;
    blockInformation = 0;
  }

  /// Ends a day: learns how much its blocks scattered.
  ///
  /// @param settled whether it may teach anything; not while the first models are still rough
  void endDay(boolean settled) {
    if (settled && blocks > 1 && day.information > LEAST_INFORMATION) {
      learnScatter();
    }
    day.clear();
    blocksSquared = 0;
    blocks = 0;
  }

  /// Ends the stretch served by one model, or a part of it: learns by how much its ratio was
  /// missed.
  ///
  /// @param settled whether it may teach anything; not while the first models are still rough
  void endStretch(boolean settled) {
    if (settled && stretch.isKnown() && stretch.information > LEAST_INFORMATION) {
      learnError();
    }
    foretold = history.isKnown() ? history.logRatio() : Double.NaN;
    stretch.clear();
  }

  private void learnScatter() {
    double squared = blocksSquared - day.surplus * day.surplus / day.information;
    double perBlock = Math.clamp(squared / (blocks - 1), 0, 4 * overdispersion());
    scatter = fadePerDay * scatter + perBlock;
    scatterWeight = fadePerDay * scatterWeight + 1;
  }

  private void learnError() {
    if (!Double.isFinite(foretold)) {
      return;
    }
    double miss = Math.clamp(stretch.logRatio() - foretold, -MOST_ERROR, MOST_ERROR);
    double counting = overdispersion() / stretch.information;
    error = fadePerDay * error + Math.max(0, miss * miss - counting);
    errorWeight = fadePerDay * errorWeight + 1;
  }

  /// Forgets what was seen under the model in service: another takes over.
  void startModel() {
    model.clear();
  }

  /// Forgets the ratio, not the scatter: the level has changed for good.
  void startAnew() {
    history.clear();
    model.clear();
    stretch.clear();
    foretold = Double.NaN;
  }

  /// Sums over windows, from which the ratio is estimated.
  private static final class Sums {
    private double above;
    private double below;
    private double information;
    private double surplus;

    void add(Tally raw, Tally fitted) {
      above += raw.above();
      below += raw.below();
      information += fitted.information();
      surplus += fitted.surplus();
    }

    void fade(double factor) {
      above *= factor;
      below *= factor;
      information *= factor;
      surplus *= factor;
    }

    void clear() {
      fade(0);
    }

    boolean isKnown() {
      return above > 0 && below > 0 && information > 0;
    }

    double logRatio() {
      return StrictMath.log(above / below);
    }
  }
}

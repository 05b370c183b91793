package dev.roost.simulator.world;

/// A country of the world; together they hold everybody.
public enum Country {
  BR(0.20, -180, Language.PT, Language.EN, 0.03, 0.3),
  US(0.28, -360, Language.EN, Language.ES, 0.15, 1),
  IN(0.24, 330, Language.HI, Language.EN, 0.45, 0.6),
  DE(0.14, 60, Language.DE, Language.EN, 0.12, 0.6),
  JP(0.14, 540, Language.JA, Language.EN, 0.05, 0.2);

  private final double share;
  private final int offsetMinutes;
  private final Language main;
  private final Language other;
  private final double otherShare;
  private final double readsEnglish;

  Country(
      double share,
      int offsetMinutes,
      Language main,
      Language other,
      double otherShare,
      double readsEnglish) {
    this.share = share;
    this.offsetMinutes = offsetMinutes;
    this.main = main;
    this.other = other;
    this.otherShare = otherShare;
    this.readsEnglish = readsEnglish;
  }

  /// Returns its part of all people; all parts add up to 1.
  public double share() {
    return share;
  }

  /// Returns how far its clocks are ahead of UTC, in minutes.
  public int offsetMinutes() {
    return offsetMinutes;
  }

  /// Returns the language of a person for whom chance drew `uniform`.
  Language language(double uniform) {
    return uniform < otherShare ? other : main;
  }

  /// Returns the chance that a person also reads English.
  double readsEnglish() {
    return readsEnglish;
  }

  /// Returns a place of this country, in `[0, 1)`, when all stand side by side in proportion.
  ///
  /// @param uniform where in the country, in `[0, 1)`
  double place(double uniform) {
    double begin = 0;
    for (int before = 0; before < ordinal(); before++) {
      begin += values()[before].share;
    }
    return Math.min(Math.nextDown(1.0), begin + uniform * share);
  }

  /// Returns the country at a place in `[0, 1)` when all stand side by side in proportion.
  static Country at(double place) {
    double end = 0;
    for (var country : values()) {
      end += country.share;
      if (place < end) {
        return country;
      }
    }
    return JP;
  }
}

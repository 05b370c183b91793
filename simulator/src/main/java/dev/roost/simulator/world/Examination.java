package dev.roost.simulator.world;

/// How far down a feed readers look, whatever its items.
///
/// A reader scrolls down item by item and stops after each with the same chance: what they reached
/// was on the screen, and is told. Whether they also attend to it is not: they may do so less the
/// lower it stands, or not at all once a click has satisfied them. With `attentionFall` alone this
/// is the examination hypothesis, with `stopsAfterClick` alone a cascade.
///
/// Source: Craswell, Zoeter, Taylor and Ramsey, [An experimental comparison of click position-bias
/// models](https://doi.org/10.1145/1341531.1341545), WSDM 2008; a click that may or may not end it,
/// with one chance for all positions, as in Guo, Liu and Wang, [Efficient multiple-click models in
/// web search](https://doi.org/10.1145/1498759.1498818), WSDM 2009.
///
/// @param scrollsOn chance to scroll on after an item, 0 to 1
/// @param attentionFall attention at position p is 1 / (1 + attentionFall * p); at least 0
/// @param stopsAfterClick chance that a click is the last thing attended to, 0 to 1
public record Examination(double scrollsOn, double attentionFall, double stopsAfterClick) {

  public Examination {
    share("scrolls-on", scrollsOn);
    share("stops-after-click", stopsAfterClick);
    if (!(attentionFall >= 0 && attentionFall < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("attention-fall must be at least 0: " + attentionFall);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1: " + value);
    }
  }

  /// Returns how readers look in a world that says nothing of it.
  public static Examination usual() {
    return new Examination(0.97, 0.06, 0);
  }
}

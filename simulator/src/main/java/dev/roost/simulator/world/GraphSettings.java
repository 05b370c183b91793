package dev.roost.simulator.world;

/// How people come to follow each other.
///
/// Somebody *wishes* to follow a log-normal number of others. A part of the wish goes to those whom
/// one's followees follow; the rest to acquaintances and to creators, in proportion to their fame,
/// of one's community, country or language, or of anywhere. Some of the followed follow back, the
/// famous less often.
///
/// Sources: those whom one's followees follow, as in Jackson and Rogers, [Meeting strangers and
/// friends of friends](https://doi.org/10.1257/aer.97.3.890), AER 97(3), 2007; acquaintances on a
/// ring, as in Watts and Strogatz, [Collective dynamics of 'small-world'
/// networks](https://doi.org/10.1038/30918), Nature 393, 1998.
///
/// @param medianFollows half of the people wish to follow fewer; at least 1
/// @param spread standard deviation of the logarithm of the wish, from 0 to 3
/// @param fewest nobody wishes to follow fewer, at least 1; more than a quarter of all people is
///     wished by none
/// @param most nobody wishes to follow more, at least `fewest`; who follows back may follow more
/// @param acquaintances share of the wish, triads apart, that goes to acquaintances; 0 to 1
/// @param ofCommunity share of it that goes to creators of the community
/// @param ofCountry share of it that goes to creators of the country
/// @param ofLanguage share of it that goes to creators of the language; these four add up to at
///     most 1, and the rest goes to creators of anywhere
/// @param circle mean distance of an acquaintance on the ring of the community, in people; above 0
/// @param closes share of the wish that goes to followees of followees, from 0 to 0.95
/// @param returns chance that somebody of few followers follows back one of the same community, 0
///     to 1
/// @param returnsAfar the same for one of another community, 0 to 1
/// @param returnsFall the chance falls as the number of followers to this power once it is above
///     the mean; from 0 to 3
/// @param mostReturned nobody follows back more than about so many, from 1 to 4,000
public record GraphSettings(
    double medianFollows,
    double spread,
    int fewest,
    int most,
    double acquaintances,
    double ofCommunity,
    double ofCountry,
    double ofLanguage,
    double circle,
    double closes,
    double returns,
    double returnsAfar,
    double returnsFall,
    int mostReturned) {

  public GraphSettings {
    within("median-follows", medianFollows, 1, 10_000);
    within("spread", spread, 0, 3);
    within("fewest", fewest, 1, 10_000);
    within("most", most, fewest, 10_000);
    within("acquaintances", acquaintances, 0, 1);
    within("of-community", ofCommunity, 0, 1);
    within("of-country", ofCountry, 0, 1);
    within("of-language", ofLanguage, 0, 1);
    within(
        "the sum of the four shares",
        acquaintances + ofCommunity + ofCountry + ofLanguage,
        0,
        1 + 1e-9);
    within("circle", circle, 0.5, 1_000_000);
    within("closes", closes, 0, 0.95);
    within("returns", returns, 0, 1);
    within("returns-afar", returnsAfar, 0, 1);
    within("returns-fall", returnsFall, 0, 3);
    within("most-returned", mostReturned, 1, 4_000);
  }

  private static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) { // written so that NaN fails
      throw new IllegalArgumentException(
          "%s must be from %s to %s: %s".formatted(name, low, high, value));
    }
  }
}

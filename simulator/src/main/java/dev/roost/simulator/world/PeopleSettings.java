package dev.roost.simulator.world;

/// Who lives in the world, who joins and who leaves.
///
/// @param perCommunity people in a community, on average
/// @param joinsAtHome chance that somebody's community is one of their country
/// @param ageTold chance that somebody tells their age
/// @param arrivals newcomers a day for each user of the start
/// @param leaving chance to leave for good after a feed, without any satisfaction
/// @param patience satisfaction, in value of a feed, that divides that chance by e
/// @param memory weight of the newest feed in satisfaction
/// @param expectation satisfaction of somebody who joins
public record PeopleSettings(
    double perCommunity,
    double joinsAtHome,
    double ageTold,
    double arrivals,
    double leaving,
    double patience,
    double memory,
    double expectation) {

  public PeopleSettings {
    Checks.range("per-community", perCommunity, 2, 1000000);
    Checks.share("joins-at-home", joinsAtHome);
    Checks.share("age-told", ageTold);
    Checks.share("arrivals", arrivals);
    Checks.share("leaving", leaving);
    Checks.range("patience", patience, 0.01, 1000);
    Checks.range("memory", memory, 0.001, 1);
    Checks.range("expectation", expectation, 0, 1000);
  }
}

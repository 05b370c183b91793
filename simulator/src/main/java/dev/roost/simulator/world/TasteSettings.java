package dev.roost.simulator.world;

/// What people like, and how it changes by itself and by what they are shown.
///
/// @param country part of a taste shared by a country
/// @param community part shared by a community
/// @param age part shared by an age band
/// @param own part of one's own
/// @param walk standard deviation of the step that a taste takes in a day
/// @param exposure what a click adds to the taste for its topic: the loop through the recommender
/// @param satiation what a recent click on a topic takes off the next ones, in log-odds
/// @param novelty what a topic not clicked lately gains, in log-odds, with an average reader
/// @param memoryHours half-life of what recent means
public record TasteSettings(
    double country,
    double community,
    double age,
    double own,
    double walk,
    double exposure,
    double satiation,
    double novelty,
    double memoryHours) {

  public TasteSettings {
    Checks.range("country", country, 0, 2);
    Checks.range("community", community, 0, 2);
    Checks.range("age", age, 0, 2);
    Checks.range("own", own, 0, 2);
    Checks.range("walk", walk, 0, 1);
    Checks.range("exposure", exposure, 0, 1);
    Checks.range("satiation", satiation, 0, 5);
    Checks.range("novelty", novelty, 0, 5);
    Checks.range("memory-hours", memoryHours, 1, 240);
  }
}

package dev.roost.simulator.world;

/// What is written, apart from who writes it.
///
/// @param charm part of quality that is the author's
/// @param luck part of quality that is the post's
/// @param english chance that who reads English writes it, though it is not their language
/// @param deleted chance that a post is deleted by its author
/// @param hoursToDeletion when, on average
/// @param bait chance that a post promises more than it holds
/// @param baitLift what the promise adds to the log-odds of a click
/// @param tide chance that a topic rises on a day
/// @param tideHeight how much more of what is off any niche is about it then
/// @param tideDays half-life of that
public record ContentSettings(
    double charm,
    double luck,
    double english,
    double deleted,
    double hoursToDeletion,
    double bait,
    double baitLift,
    double tide,
    double tideHeight,
    double tideDays) {

  public ContentSettings {
    Checks.range("charm", charm, 0, 5);
    Checks.range("luck", luck, 0, 5);
    Checks.share("english", english);
    Checks.share("deleted", deleted);
    Checks.range("hours-to-deletion", hoursToDeletion, 0.01, 10000);
    Checks.share("bait", bait);
    Checks.range("bait-lift", baitLift, 0, 5);
    Checks.share("tide", tide);
    Checks.range("tide-height", tideHeight, 0, 100);
    Checks.range("tide-days", tideDays, 0.1, 100);
  }
}

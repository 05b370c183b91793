package dev.roost.simulator.report;

/// How much happened in one world.
///
/// @param feeds feeds answered
/// @param impressions items that were on a screen
/// @param engagements what readers did beyond impressions, views included
/// @param posts posts published
/// @param deliveries rows that the recommender appended to inboxes
public record Counts(long feeds, long impressions, long engagements, long posts, long deliveries) {

  /// Returns counts of nothing.
  public static Counts none() {
    return new Counts(0, 0, 0, 0, 0);
  }

  /// Returns the sum of both.
  public Counts plus(Counts other) {
    return new Counts(
        feeds + other.feeds,
        impressions + other.impressions,
        engagements + other.engagements,
        posts + other.posts,
        deliveries + other.deliveries);
  }
}

package dev.roost.simulator.world;

/// Who writes, how often and about what.
///
/// @param share part of the people who write
/// @param postsPerUser posts a day for each user of the start
/// @param cadenceTail exponent of the Pareto law of how often they write
/// @param fameTail exponent of the Pareto law of how known they are
/// @param busiest most posts a day
/// @param offNiche part of the posts that are about anything
/// @param advertisers part of the creators who are paid to write
public record CreatorSettings(
    double share,
    double postsPerUser,
    double cadenceTail,
    double fameTail,
    double busiest,
    double offNiche,
    double advertisers) {

  public CreatorSettings {
    Checks.range("share", share, 0.001, 1);
    Checks.range("posts-per-user", postsPerUser, 0, 10);
    Checks.range("cadence-tail", cadenceTail, 1.01, 10);
    Checks.range("fame-tail", fameTail, 1.01, 10);
    Checks.range("busiest", busiest, 0.1, 1000);
    Checks.share("off-niche", offNiche);
    Checks.share("advertisers", advertisers);
  }
}

package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;

/// What people had enough of, or not had for long: their clicks of late by topic, which fade.
///
/// Each click on a topic takes something off the next ones: satiation. A topic not clicked lately
/// gains: novelty, which some people seek more than others.
///
/// The two are separate since satiation goes on growing with each click and novelty is used up by
/// the first; both are of the kind that Kapoor, Subbian, Srivastava and Schrater found in music
/// listening, [Just in time recommendations](https://doi.org/10.1145/2684822.2685306), WSDM 2015.
public final class Moods {

  private static final int DAYS_REMEMBERED = 16;

  private final TasteSettings settings;
  private final float[] recent; // users × topics, as of `since`
  private final int[] since; // seconds, by user
  private final float[] fading; // by quarter of an hour
  private final Chance traits;

  Moods(WorldSettings world, int users) {
    this.settings = world.shape().taste();
    this.recent = new float[users * Topics.COUNT];
    this.since = new int[users];
    this.fading = new float[DAYS_REMEMBERED * 96];
    this.traits = Chance.of(world.seed(), "novelty seeking");
    for (int quarter = 0; quarter < fading.length; quarter++) {
      fading[quarter] = (float) StrictMath.pow(0.5, quarter / 4.0 / settings.memoryHours());
    }
  }

  /// Returns what a reader's mood adds to the log-odds of a click on a topic.
  double pull(int user, int topic, int second) {
    double clicks = recent[user * Topics.COUNT + topic] * fade(second - since[user]);
    double seeking = 2 * settings.novelty() * traits.uniform(user, 0, 0);
    return seeking / (1 + 4 * clicks * clicks) - settings.satiation() * clicks;
  }

  private float fade(int seconds) {
    int quarter = Math.max(0, seconds) / 900;
    return quarter < fading.length ? fading[quarter] : 0;
  }

  /// Lets a reader's memory fade until a second; called before the clicks of then.
  void fadeUntil(int user, int second) {
    float left = fade(second - since[user]);
    for (int topic = 0; topic < Topics.COUNT; topic++) {
      recent[user * Topics.COUNT + topic] *= left;
    }
    since[user] = second;
  }

  /// Notes that a reader clicked something of a topic.
  void click(int user, int topic) {
    recent[user * Topics.COUNT + topic]++;
  }
}

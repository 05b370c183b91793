package dev.roost.simulator.world;

/// What a drift can turn for one person, as a reader or as an author; see [Conditions].
public enum Dial {
  /// Factor of how often a reader comes.
  ACTIVITY(1),
  /// Factor of what a reader's taste is worth to them.
  TASTE(1),
  /// Factor of what quality is worth to a reader.
  QUALITY(1),
  /// Factor of what the kind of media is worth to a reader.
  MEDIA(1),
  /// Factor of what age costs an item with a reader.
  RECENCY(1),
  /// Factor of what it is worth to a reader to follow the author.
  FOLLOWED(1),
  /// Added to the log-odds of a reader's clicks.
  APPEAL(0),
  /// Added to the fall of a reader's attention.
  ATTENTION_FALL(0),
  /// Share of the way from the usual length of a reader's feeds to the one in fashion.
  FEED_LENGTH(0),
  /// Factor of how often an author writes.
  CADENCE(1),
  /// Added to the quality of what an author writes.
  CRAFT(0),
  /// Added to what an author's posts promise, in log-odds of a click.
  BAIT(0),
  /// Chance that an author's post is about the topic in fashion.
  FASHION(0),
  /// Chance that an author writes about something else than the topic out of fashion.
  WEARINESS(0),
  /// Chance that an author writes in the language in fashion.
  FASHION_LANGUAGE(0),
  /// Chance that an impression without a click is told with one.
  FALSE_CLICKS(0),
  /// Chance that what a reader did with a feed is told late.
  LATE_LABELS(0),
  /// Hours by which it is late then.
  LATENESS(0),
  /// Chance that what a reader did with a feed, beyond looking, is not told.
  LOST_LABELS(0),
  /// Chance that a glance is told as a click.
  GLANCES_AS_CLICKS(0),
  /// Chance that the impressions of a feed are not told.
  LOST_IMPRESSIONS(0),
  /// Chance that what a reader did with a feed is told twice.
  DOUBLED_REPORTS(0),
  /// Hours that the clock of a reader's device is ahead.
  CLOCK_AHEAD(0);

  private final float neutral;

  Dial(float neutral) {
    this.neutral = neutral;
  }

  /// Returns where it stands while nothing turns it.
  public float neutral() {
    return neutral;
  }
}

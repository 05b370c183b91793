package dev.roost.model.rank;

import java.util.Locale;

/// What a model foretells of a reader and an item, in the order of its sums.
public enum Head {
  /// A click, like, share or comment: the probability of any.
  POSITIVE,
  CLICK,
  LIKE,
  SHARE,
  COMMENT,
  /// A hide or a report.
  HIDE,
  /// Seconds of looking at it, as log(1 + seconds); 0 for not looking.
  DWELL;

  /// How many heads there are.
  public static final int COUNT = values().length;

  /// Returns its name in reports.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns whether it is a probability.
  public boolean isProbability() {
    return this != DWELL;
  }
}

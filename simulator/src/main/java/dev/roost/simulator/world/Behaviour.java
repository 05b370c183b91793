package dev.roost.simulator.world;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log1p;

/// What readers do with what they are shown, as probabilities. Pure, given the tastes of now.
///
/// A reader scrolls down item by item and stops after each with the same chance; what they reached
/// was *on the screen*. They *attend* to it with a chance that falls with its position. Only then
/// does the item itself matter: a logistic law of taste, quality, language, age and author gives
/// the chance of a click, and a click may lead to a like, share or comment; no click may lead to a
/// hide. How far down they look is a matter of the world: [Examination].
public final class Behaviour {

  private static final int POSITIONS = 256;

  private static final double BASE = -2.8;
  private static final double TASTE = 1.25;
  private static final double QUALITY = 0.7;
  private static final double FOLLOWED = 0.5;
  private static final double SECOND_LANGUAGE = -0.5;
  private static final double FOREIGN_LANGUAGE = -3;
  private static final double AGE = -0.55;
  private static final double[] MEDIA = {-0.1, -0.2, 0.1, 0.2}; // text, link, image, video

  private final Population people;
  private final Tastes tastes;
  private final FollowGraph follows;
  private final Content content;
  private final EngagementWeights weights;
  private final Examination examination;
  private final double[] onScreen = new double[POSITIONS];
  private final double[] attention = new double[POSITIONS];

  Behaviour(
      Population people,
      Tastes tastes,
      FollowGraph follows,
      Content content,
      EngagementWeights weights,
      Examination examination) {
    this.people = people;
    this.tastes = tastes;
    this.follows = follows;
    this.content = content;
    this.weights = weights;
    this.examination = examination;
    double reached = 1;
    for (int position = 0; position < POSITIONS; position++) {
      onScreen[position] = reached;
      attention[position] = 1 / (1 + examination.attentionFall() * position);
      reached *= examination.scrollsOn();
    }
  }

  /// Returns the chance that a reader scrolls on after an item.
  public double scrollsOn() {
    return examination.scrollsOn();
  }

  /// Returns the chance that a reader attends to nothing more after a click.
  public double stopsAfterClick() {
    return examination.stopsAfterClick();
  }

  /// Returns the chance that an item at a position, from 0 to 255, is on the screen.
  public double onScreen(int position) {
    return onScreen[position];
  }

  /// Returns the chance that a reader who did not stop attends to an item on the screen; 1 at
  /// position 0.
  public double attention(int position) {
    return attention[position];
  }

  /// Returns the chance that an attended item is clicked.
  ///
  /// @param second when, in seconds from the start
  public double click(int user, int item, int second) {
    return logistic(appeal(user, item, second));
  }

  /// Returns the expected engagement value of an attended item.
  public double value(int user, int item, int second) {
    double appeal = appeal(user, item, second);
    double click = logistic(appeal);
    double after =
        weights.click()
            + like(user, item) * weights.like()
            + share(item) * weights.share()
            + comment(user, item) * weights.comment();
    return click * after - (1 - click) * hide(appeal) * weights.hide();
  }

  /// Returns the chance of a like after a click.
  public double like(int user, int item) {
    return logistic(-1.7 + 0.6 * match(user, item));
  }

  /// Returns the chance of a share after a click.
  public double share(int item) {
    return logistic(-3.4 + 0.5 * content.quality(item));
  }

  /// Returns the chance of a comment after a click.
  public double comment(int user, int item) {
    return logistic(-3.3 + 0.4 * match(user, item));
  }

  /// Returns the chance that an attended item that was not clicked is hidden.
  public double hide(int user, int item, int second) {
    return hide(appeal(user, item, second));
  }

  private static double hide(double appeal) {
    return 0.006 * logistic(-2.5 - appeal);
  }

  private double appeal(int user, int item, int second) {
    return TASTE * match(user, item) + appealBeyondTaste(user, item, second);
  }

  /// Returns what speaks for an item apart from its topic, as log-odds of a click.
  public double appealBeyondTaste(int user, int item, int second) {
    int author = content.author(item);
    double hours = Math.max(0, second - content.second(item)) / 3600.0;
    return BASE
        + QUALITY * content.quality(item)
        + MEDIA[content.mediaOrdinal(item)]
        + understood(user, item)
        + (follows.isFollowing(user, author) ? FOLLOWED : 0)
        + AGE * log1p(hours / 12);
  }

  private double match(int user, int item) {
    return tastes.of(user, content.topic(item));
  }

  private double understood(int user, int item) {
    int written = content.languageOrdinal(item);
    if (written == people.language(user).ordinal()) {
      return 0;
    }
    return written == Language.EN.ordinal() && people.readsEnglish(user)
        ? SECOND_LANGUAGE
        : FOREIGN_LANGUAGE;
  }

  private static double logistic(double x) {
    return 1 / (1 + exp(-x));
  }
}

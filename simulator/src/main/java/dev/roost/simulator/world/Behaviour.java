package dev.roost.simulator.world;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log1p;

/// What readers do with what they are shown, as probabilities. Pure, given the world of now.
///
/// A reader scrolls down item by item and stops after each with the same chance; what they reached
/// was *on the screen*. They *attend* to it with a chance that falls with its position. Only then
/// does the item itself matter: a logistic law of taste, mood, quality, language, age and author
/// gives the chance of a click, and a click may lead to a like, share or comment; no click may lead
/// to a hide. An item that promises more than it holds is clicked more, but liked less and hidden
/// after the click. How far down they look is a matter of the world: [Examination].
public final class Behaviour {

  /// Most items in a feed.
  public static final int POSITIONS = 256;

  private final Examination examination;
  private final ChoiceSettings choice;
  private final EngagementWeights weights;
  private final Population people;
  private final Tastes tastes;
  private final Moods moods;
  private final FollowGraph follows;
  private final Content content;
  private final Conditions conditions;
  private final double[] byMedia; // text, link, image, video
  private final double[] onScreen = new double[POSITIONS];

  Behaviour(
      WorldShape shape,
      EngagementWeights weights,
      Population people,
      Tastes tastes,
      Moods moods,
      FollowGraph follows,
      Content content,
      Conditions conditions) {
    this.examination = shape.reading();
    this.choice = shape.choice();
    this.weights = weights;
    this.people = people;
    this.tastes = tastes;
    this.moods = moods;
    this.follows = follows;
    this.content = content;
    this.conditions = conditions;
    this.byMedia = new double[] {choice.text(), choice.link(), choice.image(), choice.video()};
    double reached = 1;
    for (int position = 0; position < POSITIONS; position++) {
      onScreen[position] = reached;
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
  public double attention(int user, int position) {
    double fall = examination.attentionFall() + conditions.of(Dial.ATTENTION_FALL, user);
    return 1 / (1 + Math.max(0, fall) * position);
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
            + comment(user, item) * weights.comment()
            - hideAfterClick(item) * cost();
    return click * after - (1 - click) * hide(appeal) * cost();
  }

  private double cost() {
    return weights.hide() + choice.reports() * weights.report();
  }

  /// Returns the chance of a like after a click.
  public double like(int user, int item) {
    return logistic(choice.likes() + choice.likesByTaste() * match(user, item) - letDown(item));
  }

  /// Returns the chance of a share after a click.
  public double share(int item) {
    return logistic(
        choice.shares() + choice.sharesByQuality() * content.quality(item) - letDown(item));
  }

  /// Returns the chance of a comment after a click.
  public double comment(int user, int item) {
    return logistic(choice.comments() + choice.commentsByTaste() * match(user, item));
  }

  /// Returns the chance that an attended item that was not clicked is hidden.
  public double hide(int user, int item, int second) {
    return hide(appeal(user, item, second));
  }

  private double hide(double appeal) {
    return choice.hides() * logistic(-2.5 - appeal);
  }

  /// Returns the chance that a clicked item is hidden.
  public double hideAfterClick(int item) {
    return Math.min(1, choice.hidesAfterBait() * content.bait(item));
  }

  private double letDown(int item) {
    return choice.disappointment() * content.bait(item);
  }

  private double appeal(int user, int item, int second) {
    return choice.taste() * conditions.of(Dial.TASTE, user) * match(user, item)
        + moods.pull(user, content.topic(item), second)
        + appealBeyondTaste(user, item, second);
  }

  /// Returns what speaks for an item apart from its topic, as log-odds of a click.
  public double appealBeyondTaste(int user, int item, int second) {
    double hours = Math.max(0, second - content.second(item)) / 3600.0;
    return choice.base()
        + conditions.of(Dial.APPEAL, user)
        + choice.quality() * conditions.of(Dial.QUALITY, user) * content.quality(item)
        + byMedia[content.mediaOrdinal(item)] * conditions.of(Dial.MEDIA, user)
        + understood(user, item)
        + (follows(user, item) ? choice.followed() * conditions.of(Dial.FOLLOWED, user) : 0)
        + content.bait(item)
        + (content.isSponsored(item) ? choice.sponsored() : 0)
        - choice.recency() * conditions.of(Dial.RECENCY, user) * log1p(hours / 12);
  }

  private boolean follows(int user, int item) {
    int author = content.author(item);
    return follows.isFollowing(user, author)
        || (content.isRepost(item) && follows.isFollowing(user, content.writer(item)));
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
        ? choice.secondLanguage()
        : choice.foreignLanguage();
  }

  private static double logistic(double x) {
    return 1 / (1 + exp(-x));
  }
}

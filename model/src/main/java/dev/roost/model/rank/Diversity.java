package dev.roost.model.rank;

import java.util.Arrays;

/// Chooses the best candidates, but not all of one kind.
///
/// Greedy: each place goes to the candidate with the highest score after it was multiplied by the
/// fades for items of its topic and writer above it, as in Carbonell and Goldstein, [The use of
/// MMR](https://doi.org/10.1145/290941.291025), SIGIR 1998, but with equality of labels for
/// similarity. The fades do not begin anew with each page: what the reader was shown lately counts
/// too, the less the older. No writer has more than the cap. Ties go to the higher score.
final class Diversity {

  private final DiversitySettings settings;
  private final double logOfTopic;
  private final double logOfWriter;
  private double[] fades = {};
  private int[] above = {}; // items of the same writer chosen already; -1 once chosen

  Diversity(DiversitySettings settings) {
    this.settings = settings;
    logOfTopic = StrictMath.log(settings.shownTopicFade());
    logOfWriter = StrictMath.log(settings.shownWriterFade());
  }

  /// Returns at most `limit` indices into the slate; fewer if caps leave no more.
  ///
  /// O(`limit` · n) for n candidates.
  ///
  /// @param order indices of the slate, best score first
  int[] choose(Slate slate, int[] order, int limit, ShownLately shown) {
    begin(slate, order, shown);
    var chosen = new int[Math.min(limit, order.length)];
    int size = 0;
    while (size < chosen.length) {
      int best = best(slate, order);
      if (best < 0) {
        break;
      }
      chosen[size++] = order[best];
      above[best] = -1;
      fade(slate, order, order[best]);
    }
    return Arrays.copyOf(chosen, size);
  }

  private void begin(Slate slate, int[] order, ShownLately shown) {
    if (fades.length < order.length) {
      fades = new double[order.length];
      above = new int[order.length];
    }
    for (int i = 0; i < order.length; i++) {
      above[i] = 0;
      fades[i] = ofTopicShown(slate, order[i], shown) * ofWriterShown(slate, order[i], shown);
    }
  }

  /// Returns the fade of a candidate for what the reader was shown of its topic, in `[0, 1]`.
  double ofTopicShown(Slate slate, int index, ShownLately shown) {
    return power(logOfTopic, shown.ofTopic(slate.topics[index]));
  }

  /// Returns the fade of a candidate for what the reader was shown by its writer, in `[0, 1]`.
  double ofWriterShown(Slate slate, int index, ShownLately shown) {
    return power(logOfWriter, shown.ofWriter(slate.writers[index]));
  }

  /// Returns the fade of a candidate for items of its topic on a page.
  ///
  /// @param above how many places of the page are above it
  double ofTopicAbove(Slate slate, int index, int[] page, int above) {
    int topic = slate.topics[index];
    var same = Arrays.stream(page, 0, above).filter(i -> slate.topics[i] == topic);
    return topic == 0 ? 1 : StrictMath.pow(settings.topicFade(), (double) same.count());
  }

  /// Returns the fade of a candidate for items of its writer on a page.
  ///
  /// @param above how many places of the page are above it
  double ofWriterAbove(Slate slate, int index, int[] page, int above) {
    long writer = slate.writers[index];
    var same = Arrays.stream(page, 0, above).filter(i -> slate.writers[i] == writer);
    return StrictMath.pow(settings.writerFade(), (double) same.count());
  }

  private static double power(double log, double exponent) {
    return log == 0 || exponent == 0 ? 1 : StrictMath.exp(log * exponent);
  }

  private int best(Slate slate, int[] order) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < order.length; i++) {
      double score = slate.scores[order[i]];
      if (best >= 0 && score <= highest) {
        break; // nothing below can pass: a fade never raises a score
      }
      if (above[i] < 0 || above[i] >= settings.writerCap()) {
        continue;
      }
      double faded = faded(score, fades[i]);
      if (best < 0 || faded > highest) {
        best = i;
        highest = faded;
      }
    }
    return best;
  }

  /// Returns a score after a fade, which never is a gain.
  private static double faded(double score, double fade) {
    if (score == 0) {
      return 0;
    }
    return score > 0 ? score * fade : score / fade;
  }

  private void fade(Slate slate, int[] order, int chosen) {
    for (int i = 0; i < order.length; i++) {
      int other = order[i];
      if (above[i] >= 0 && slate.writers[other] == slate.writers[chosen]) {
        fades[i] *= settings.writerFade();
        above[i]++;
      }
      if (slate.topics[other] != 0 && slate.topics[other] == slate.topics[chosen]) {
        fades[i] *= settings.topicFade();
      }
    }
  }

  /// Returns whether a writer's cap leaves room on a page for one more candidate.
  boolean hasRoom(Slate slate, int[] page, int index) {
    int same = 0;
    for (int other : page) {
      same += slate.writers[other] == slate.writers[index] ? 1 : 0;
    }
    return same < settings.writerCap();
  }
}

package dev.roost.simulator.world;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is out of the ordinary just now, person by person: everything that drifts turn.
///
/// Dials are written between the phases of a tick and only read within one. One that nobody turned
/// costs no memory.
public final class Conditions {

  private final int people;
  private final float[][] dials = new float[Dial.values().length][];
  private int topicInFashion = Topics.ESTABLISHED;
  private int topicOutOfFashion;
  private Language languageInFashion = Language.EN;
  private int newFeedLength = 1;

  Conditions(int people) {
    this.people = people;
  }

  /// Returns where a dial stands for somebody.
  public float of(Dial dial, int user) {
    float @Nullable [] turned = dials[dial.ordinal()];
    return turned == null ? dial.neutral() : turned[user];
  }

  /// Returns whether a dial stands out of neutral for anybody, or did.
  public boolean isTurned(Dial dial) {
    return dials[dial.ordinal()] != null;
  }

  /// Turns a dial for somebody.
  public void turn(Dial dial, int user, double to) {
    if (!Double.isFinite(to)) {
      throw new IllegalArgumentException(dial + " must be finite: " + to);
    }
    if (dials[dial.ordinal()] == null) {
      if (to == dial.neutral()) {
        return;
      }
      dials[dial.ordinal()] = new float[people];
      Arrays.fill(dials[dial.ordinal()], dial.neutral());
    }
    dials[dial.ordinal()][user] = (float) to;
  }

  /// Says which topic [Dial#FASHION] means.
  public void bringIntoFashion(int topic) {
    topicInFashion = topic;
  }

  /// Says which topic [Dial#WEARINESS] means.
  public void bringOutOfFashion(int topic) {
    topicOutOfFashion = topic;
  }

  /// Says which language [Dial#FASHION_LANGUAGE] means.
  public void bringIntoFashion(Language language) {
    languageInFashion = language;
  }

  /// Says which length [Dial#FEED_LENGTH] leads to, in items.
  public void setFeedLength(double items) {
    newFeedLength = (int) items;
  }

  int newFeedLength() {
    return newFeedLength;
  }

  int topicInFashion() {
    return topicInFashion;
  }

  int topicOutOfFashion() {
    return topicOutOfFashion;
  }

  Language languageInFashion() {
    return languageInFashion;
  }
}

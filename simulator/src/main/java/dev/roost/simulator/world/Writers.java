package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.MediaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lets creators write and sharers repost.
///
/// What somebody writes depends on nothing that a recommender does, unless it makes them leave;
/// what is reposted does. So all worlds of a seed hold nearly the same originals, under the same
/// keys.
final class Writers {

  private static final MediaKind[] MEDIA = MediaKind.values();
  private static final int FIRST_REPOST = 64; // turns below are originals
  private static final int TURNS = 64;
  private static final int DRAWS = 16; // for each post

  private final WorldSettings settings;
  private final ContentSettings shape;
  private final Population people;
  private final Presence presence;
  private final Creators creators;
  private final Conditions conditions;
  private final Content content;
  private final Tides tides;
  private final Fate fate;
  private final List<Draft> waiting = new ArrayList<>();

  Writers(
      WorldSettings settings,
      Population people,
      Presence presence,
      Creators creators,
      Conditions conditions,
      Content content) {
    this.settings = settings;
    this.shape = settings.shape().content();
    this.people = people;
    this.presence = presence;
    this.creators = creators;
    this.conditions = conditions;
    this.content = content;
    this.tides = new Tides(settings);
    this.fate = settings.fate("posts");
  }

  /// Adds what is posted during a tick to the content; called once for each, in order.
  void write(int tick) {
    var drafts = new ArrayList<>(waiting);
    waiting.clear();
    int secondOfDay = tick % settings.ticksPerDay() * settings.tickSeconds();
    var chance = fate.at(tick);
    for (int creator = 0; creator < creators.count(); creator++) {
      int user = creators.user(creator);
      if (presence.isThere(user, tick)) {
        double expected =
            creators.postsPerDay(creator)
                / settings.ticksPerDay()
                * conditions.of(Dial.CADENCE, user)
                * Rhythm.at(people.country(user), secondOfDay);
        int posts = (int) Math.min(TURNS, expected + chance.uniform(user, tick, 0));
        for (int turn = 0; turn < posts; turn++) {
          drafts.add(draft(creator, tick, turn));
        }
      }
    }
    drafts.sort(Comparator.comparingInt(Draft::second).thenComparingLong(Draft::key));
    content.addAll(drafts);
  }

  private Draft draft(int creator, int tick, int turn) {
    int user = creators.user(creator);
    var chance = fate.at(tick);
    long draw = (long) DRAWS * turn;
    int second =
        tick * settings.tickSeconds() + chance.below(settings.tickSeconds(), user, tick, draw + 1);
    return new Draft(
        Draft.key(user, tick, turn),
        -1,
        user,
        second,
        gone(second, user, tick, draw),
        topic(creator, tick, draw),
        MEDIA[chance.below(MEDIA.length, user, tick, draw + 3)],
        language(user, tick, draw),
        shape.charm() * creators.charm(creator)
            + shape.luck() * chance.normal(user, tick, draw + 5)
            + conditions.of(Dial.CRAFT, user),
        bait(user, tick, draw),
        creators.advertises(creator));
  }

  private int gone(int second, int user, int tick, long draw) {
    var chance = fate.at(tick);
    double seconds = 3600 * shape.hoursToDeletion() * chance.exponential(user, tick, draw + 7);
    return chance.happens(shape.deleted(), user, tick, draw + 6)
        ? second + (int) seconds
        : Integer.MAX_VALUE;
  }

  private int topic(int creator, int tick, long draw) {
    int user = creators.user(creator);
    var chance = fate.at(tick);
    int topic = creators.topic(creator, chance.uniform(user, tick, draw + 2), tides, tick);
    if (chance.happens(conditions.of(Dial.FASHION, user), user, tick, draw + 8)) {
      return conditions.topicInFashion();
    }
    boolean isWeary =
        topic == conditions.topicOutOfFashion()
            && chance.happens(conditions.of(Dial.WEARINESS, user), user, tick, draw + 9);
    int others = Topics.ESTABLISHED - 1;
    return isWeary
        ? (topic + 1 + chance.below(others, user, tick, draw + 10)) % Topics.ESTABLISHED
        : topic;
  }

  private Language language(int user, int tick, long draw) {
    var chance = fate.at(tick);
    if (chance.happens(conditions.of(Dial.FASHION_LANGUAGE, user), user, tick, draw + 11)) {
      return conditions.languageInFashion();
    }
    boolean english =
        people.readsEnglish(user) && chance.happens(shape.english(), user, tick, draw + 4);
    return english ? Language.EN : people.language(user);
  }

  private double bait(int user, int tick, long draw) {
    Chance chance = fate.at(tick);
    boolean baits = chance.happens(shape.bait(), user, tick, draw + 12);
    return (baits ? shape.baitLift() : 0) + conditions.of(Dial.BAIT, user);
  }

  /// Lets somebody repost an item at a second within the newest tick; `nth` counts theirs within
  /// it.
  void repost(int user, int item, int second, int tick, int nth) {
    int original = content.original(item);
    if (nth < TURNS && content.author(original) != user) {
      waiting.add(
          new Draft(
              Draft.key(user, tick, FIRST_REPOST + nth),
              original,
              user,
              second,
              content.deletedAt(original),
              content.topic(original),
              content.media(original),
              content.language(original),
              content.quality(original),
              content.bait(original),
              content.isSponsored(original)));
    }
  }

  /// Lets somebody write a post of their own making during a tick, as a bot does.
  void write(int author, int tick, int turn, double quality) {
    var chance = fate.at(tick);
    long draw = (long) DRAWS * turn;
    int second =
        tick * settings.tickSeconds()
            + chance.below(settings.tickSeconds(), author, tick, draw + 1);
    waiting.add(
        new Draft(
            Draft.key(author, tick, turn),
            -1,
            author,
            second,
            Integer.MAX_VALUE,
            chance.below(Topics.ESTABLISHED, author, tick, draw + 2),
            MEDIA[chance.below(MEDIA.length, author, tick, draw + 3)],
            people.language(author),
            quality,
            0,
            false));
  }
}

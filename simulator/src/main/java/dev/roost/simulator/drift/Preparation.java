package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Aim;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.Slice;
import dev.roost.simulator.world.Dial;
import dev.roost.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Turns what a scenario asks for into what happens to a world.
final class Preparation {

  private static final Duration HOLIDAY = Duration.ofDays(1);

  private final Drift drift;
  private final World world;
  private final boolean[] people; // whom it can be about at all
  private final boolean[] members; // of the slice

  Preparation(Drift drift, World world) {
    this.drift = drift;
    this.world = world;
    this.people = members(Slice.ALL);
    this.members = members(drift.slice());
    if (IntStream.range(0, world.people().census().settled()).noneMatch(user -> members[user])) {
      throw new IllegalArgumentException(
          "%s: the slice %s matches nobody among %,d users; choose a larger slice or more users"
              .formatted(drift.place(), drift.slice().label(), world.people().census().settled()));
    }
  }

  private boolean[] members(Slice slice) {
    var inside = new boolean[world.people().size()];
    for (int user = 0; user < inside.length; user++) {
      inside[user] = !world.people().census().isBot(user) && belongs(user, slice);
    }
    return inside;
  }

  private boolean belongs(int user, Slice slice) {
    var people = world.people();
    var property =
        switch (slice.dimension()) {
          case ALL -> "";
          case COUNTRY -> people.country(user).name();
          case AGE -> Slice.kebab(people.age(user).name());
          case LANGUAGE -> people.language(user).code();
          case DEVICE -> Slice.kebab(people.device(user).name());
        };
    return property.equals(slice.value());
  }

  Injection injection() {
    var options = drift.options();
    return switch (drift.kind()) {
      case TASTE_FLIP -> new TasteFlipping(drift, world, members);
      case VALUE_REVERSED ->
          turning(Dial.valueOf(options.word("of").toUpperCase(Locale.ROOT)), new Curve.Sum(-2));
      case QUALITY_IRRELEVANT -> turning(Dial.QUALITY, new Curve.Sum(-1));
      case COUNTRY_MIX, AGE_MIX, DEVICE_MIX -> new MixShifting(drift, world, members);
      case ACTIVITY_LEVEL -> turning(Dial.ACTIVITY, factor());
      case HOLIDAY -> holiday();
      case WEEKLY_SEASON -> new Weekends(drift, world, people);
      case NEW_USER_WAVE, GROWTH -> new Arriving(drift, world, people);
      case LANGUAGE_SHIFT -> fashion(Dial.FASHION_LANGUAGE, new Curve.Sum(1));
      case NEW_TOPIC -> fashion(Dial.FASHION, new Curve.Sum(options.number("share")));
      case TOPIC_DEATH -> fashion(Dial.WEARINESS, new Curve.Sum(1));
      case VIRAL_SHOCK -> new Virality(drift, world, (int) options.number("posts"), people);
      case VIRAL_POST -> new Virality(drift, world, 1, people);
      case CREATOR_EXODUS -> new Exodus(drift, world, people);
      case CATALOGUE_FLOOD ->
          new Together(
              List.of(
                  turning(Dial.CADENCE, factor()),
                  turning(Dial.CRAFT, new Curve.Sum(options.number("quality")))));
      case CLICKBAIT -> turning(Dial.BAIT, new Curve.Sum(options.number("lift")));
      case CLICK_INFLATION ->
          turning(Dial.FALSE_CLICKS, new Curve.Sum(options.number("probability")));
      case LABEL_DELAY -> labelDelay();
      case LABEL_LOSS -> turning(Dial.LOST_LABELS, new Curve.Sum(1));
      case BASE_RATE_SHIFT -> turning(Dial.APPEAL, new Curve.Sum(options.number("log-odds")));
      case EVENT_REDEFINED -> turning(Dial.GLANCES_AS_CLICKS, new Curve.Sum(1));
      case POSITION_BIAS -> positionBias();
      case FEED_LENGTH -> fashion(Dial.FEED_LENGTH, new Curve.Sum(1));
      case REWIRING -> new Rewiring(drift, world, members);
      case FOLLOW_WAVE -> new FollowWave(drift, world, members);
      case BOT_WAVE, BRIGADE, ENGAGEMENT_FARM -> Infiltration.prepare(drift, world, people);
      case CLOCK_SKEW -> clockSkew();
      case IMPRESSIONS_LOST -> turning(Dial.LOST_IMPRESSIONS, new Curve.Sum(1));
      case IMPRESSIONS_DUPLICATED -> turning(Dial.DOUBLED_REPORTS, new Curve.Sum(1));
      case FEATURE_NULLED,
          FEATURE_CONSTANT,
          FEATURE_SCALED,
          FEATURE_STALE,
          FEATURE_SWAPPED,
          MODEL_FROZEN,
          MODEL_VERSION_SKEW,
          EMBEDDING_VERSION_SKEW,
          SOURCE_STARVED,
          INDEX_STALE,
          TRAINING_SERVING_SKEW,
          LEAKY_BACKFILL ->
          new Impairing(drift, world, people);
    };
  }

  private DialTurning turning(Dial dial, Curve curve) {
    return turning(drift, dial, curve);
  }

  private DialTurning turning(Drift shaped, Dial dial, Curve curve) {
    boolean[] affected = drift.kind().aim() == Aim.AUTHORS ? people : members;
    return new DialTurning(shaped, world, dial, curve, members, affected);
  }

  private Curve factor() {
    return new Curve.Factor(drift.options().number("factor"));
  }

  private Injection holiday() {
    var day = drift.until() == null ? drift.until(drift.onset().plus(HOLIDAY)) : drift;
    return turning(day, Dial.ACTIVITY, factor());
  }

  private Injection fashion(Dial dial, Curve curve) {
    return new Together(List.of(turning(dial, curve), new Fashion(drift, world, people)));
  }

  private Injection labelDelay() {
    double hours = drift.options().span("delay").toSeconds() / 3600.0;
    return new Together(
        List.of(
            turning(Dial.LATE_LABELS, new Curve.Sum(1)),
            turning(Dial.LATENESS, new Curve.Sum(hours / drift.magnitude()))));
  }

  private Injection positionBias() {
    double usual = world.settings().shape().reading().attentionFall();
    return turning(Dial.ATTENTION_FALL, new Curve.Sum(drift.options().number("fall") - usual));
  }

  private Injection clockSkew() {
    var whom = Chance.of(world.settings().seed(), "whose clocks " + drift.onset());
    return turning(Dial.CLOCK_AHEAD, new Curve.Some(drift.options().number("hours"), whom));
  }
}

package dev.roost.simulator.scenario;

import static dev.roost.simulator.scenario.Cause.ADVERSARIAL;
import static dev.roost.simulator.scenario.Cause.CONCEPT;
import static dev.roost.simulator.scenario.Cause.CONTENT;
import static dev.roost.simulator.scenario.Cause.COVARIATE;
import static dev.roost.simulator.scenario.Cause.GRAPH;
import static dev.roost.simulator.scenario.Cause.LABEL;
import static dev.roost.simulator.scenario.Cause.NONE;
import static dev.roost.simulator.scenario.Cause.PIPELINE;
import static dev.roost.simulator.scenario.Cause.PRESENTATION;

import dev.roost.model.fault.Backfill;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.world.Language;
import dev.roost.simulator.world.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What can happen: to people and what they write, to what is told of them, to the recommender.
///
/// Each kind says what it does, what its magnitude means, which causes a monitor may name for it
/// without being wrong, and what a scenario can choose besides. A drift *turns* something; two that
/// turn the same for the same people at the same time contradict each other.
public enum DriftKind {
  TASTE_FLIP(
      Aim.READERS,
      "taste",
      "topics that readers like change places with topics that they do not",
      "share of value lost while a recommender serves six parts of what they liked before and four of what they like now; from about 0.6 on all topics change places",
      causes(CONCEPT)),
  VALUE_REVERSED(
      Aim.READERS,
      "{of}",
      "what spoke for an item speaks against it",
      "0.5 makes it irrelevant, 1 reverses it",
      causes(CONCEPT),
      choice("of", weights(), "media", "property whose worth is reversed")),
  QUALITY_IRRELEVANT(
      Aim.READERS,
      "quality",
      "readers no longer care how good a post is",
      "share of the caring that is lost",
      causes(CONCEPT)),
  COUNTRY_MIX(
      Aim.SLICE,
      "activity",
      "a country comes more often, all others less",
      "exponent of the factor",
      causes(COVARIATE),
      number(
          "factor",
          0.1,
          10,
          3.0,
          "how many times as much of the traffic the slice makes, against the others")),
  AGE_MIX(
      Aim.SLICE,
      "activity",
      "an age band comes more often, all others less",
      "exponent of the factor",
      causes(COVARIATE),
      number(
          "factor",
          0.1,
          10,
          3.0,
          "how many times as much of the traffic the slice makes, against the others")),
  DEVICE_MIX(
      Aim.SLICE,
      "activity",
      "readers of a device come more often, all others less",
      "exponent of the factor",
      causes(COVARIATE),
      number(
          "factor",
          0.1,
          10,
          3.0,
          "how many times as much of the traffic the slice makes, against the others")),
  ACTIVITY_LEVEL(
      Aim.READERS,
      "activity",
      "readers come more or less often",
      "exponent of the factor",
      causes(COVARIATE),
      number("factor", 0.1, 5, 0.5, "how many times as often they come")),
  NEW_USER_WAVE(
      Aim.EVERYBODY,
      "arrivals",
      "many people join within days",
      "share of them that come",
      causes(COVARIATE, GRAPH),
      number("share", 0.01, 1, 0.3, "newcomers for each user of the start"),
      hours("over", 1, 240, 48, "time in which they join")),
  LANGUAGE_SHIFT(
      Aim.AUTHORS,
      "language",
      "authors write in another language",
      "share of their posts",
      causes(COVARIATE, CONTENT),
      choice("to", languages(), "en", "language in which they write")),
  NEW_TOPIC(
      Aim.AUTHORS,
      "topics",
      "authors turn to a topic that nobody wrote about before",
      "part of that share",
      causes(CONTENT, COVARIATE),
      number("share", 0.01, 1, 0.3, "part of all posts that are about it")),
  TOPIC_DEATH(
      Aim.AUTHORS,
      "topics",
      "nobody writes about a topic any more",
      "share of its posts that are about something else",
      causes(CONTENT, COVARIATE),
      choice("topic", topics(), "football", "topic that dies")),
  VIRAL_SHOCK(
      Aim.EVERYBODY,
      "virality",
      "a few posts please everybody and are reposted by many",
      "share of the lift",
      causes(CONTENT, CONCEPT, COVARIATE),
      number("posts", 1, 100, 5, "how many posts"),
      number("lift", 0.5, 6, 3, "how much better they are than they were, in standard deviations"),
      number("reposts", 0, 0.2, 0.01, "share of all users who repost each")),
  CREATOR_EXODUS(
      Aim.EVERYBODY,
      "cadence",
      "those who are followed most stop writing",
      "share of their posts that are missing",
      causes(CONTENT, GRAPH, COVARIATE),
      number("share", 0.01, 1, 0.5, "part of all follows that are of those who stop")),
  CATALOGUE_FLOOD(
      Aim.AUTHORS,
      "cadence",
      "authors write much more, and worse",
      "exponent of the factor",
      causes(CONTENT, COVARIATE, ADVERSARIAL),
      number("factor", 1, 20, 5, "how many times as much they write"),
      number("quality", -3, 0, -1, "what is added to the quality of their posts")),
  CLICKBAIT(
      Aim.AUTHORS,
      "bait",
      "posts promise more than they hold: clicks rise, and hides, reports and leaving with them",
      "share of the lift",
      causes(CONTENT, CONCEPT, LABEL),
      number("lift", 0.2, 3, 1.5, "what the promise adds to the log-odds of a click")),
  CLICK_INFLATION(
      Aim.READERS,
      "false-clicks",
      "clicks are told that nobody made",
      "share of the probability",
      causes(LABEL, ADVERSARIAL, CONCEPT),
      number(
          "probability",
          0.01,
          0.5,
          0.1,
          "chance that an impression without a click is told with one")),
  LABEL_DELAY(
      Aim.READERS,
      "label-delay",
      "what readers did is told late",
      "share of feeds that are told late",
      causes(LABEL, PIPELINE),
      hours("delay", 1, 240, 12, "how late")),
  LABEL_LOSS(
      Aim.READERS,
      "label-loss",
      "what readers did beyond looking is not told",
      "share of feeds of which it is lost",
      causes(LABEL, PIPELINE)),
  BASE_RATE_SHIFT(
      Aim.READERS,
      "appeal",
      "readers click more or less, whatever they are shown",
      "share of the shift",
      causes(LABEL, CONCEPT),
      number("log-odds", -3, 3, -0.5, "what is added to the log-odds of a click")),
  EVENT_REDEFINED(
      Aim.READERS,
      "event",
      "an app version tells a glance as a click",
      "share of glances that are told so",
      causes(LABEL, PIPELINE, CONCEPT)),
  POSITION_BIAS(
      Aim.READERS,
      "attention",
      "readers look less at what stands lower",
      "share of the way to the new fall",
      causes(PRESENTATION, CONCEPT),
      number("fall", 0, 2, 0.4, "new attention-fall")),
  FEED_LENGTH(
      Aim.READERS,
      "length",
      "feeds are shorter or longer",
      "share of the way to the new length",
      causes(PRESENTATION, COVARIATE),
      number("items", 1, 100, 8, "items in a feed")),
  REWIRING(
      Aim.READERS,
      "follows",
      "readers follow others than they did",
      "share of their follows that change",
      causes(GRAPH, COVARIATE)),
  FOLLOW_WAVE(
      Aim.READERS,
      "wave",
      "readers all follow the same few accounts",
      "share of readers who do",
      causes(GRAPH, COVARIATE, CONTENT),
      number("accounts", 1, 50, 5, "how many accounts")),
  BOT_WAVE(
      Aim.EVERYBODY,
      "bots",
      "accounts that are no people read feeds and click at random",
      "share of them that come",
      causes(ADVERSARIAL, LABEL, COVARIATE),
      number("share", 0.01, 1, 0.2, "bots for each user of the start"),
      number("feeds", 0.5, 50, 6, "feeds a bot reads a day"),
      number("clicks", 0.01, 1, 0.5, "chance that a bot clicks an item")),
  BRIGADE(
      Aim.EVERYBODY,
      "brigade",
      "bots hide and report everything of a few creators",
      "share of them that come",
      causes(ADVERSARIAL, LABEL),
      number("share", 0.005, 0.5, 0.05, "bots for each user of the start"),
      number("targets", 1, 50, 5, "most followed creators whom they attack")),
  ENGAGEMENT_FARM(
      Aim.EVERYBODY,
      "farm",
      "bots like and share the worthless posts of a ring",
      "share of them that come",
      causes(ADVERSARIAL, LABEL, CONTENT),
      number("share", 0.005, 0.5, 0.05, "bots for each user of the start"),
      number("posts", 0.1, 50, 4, "posts a member of the ring writes a day")),
  FEATURE_NULLED(
      Aim.EVERYBODY,
      "feature {feature}",
      "a feature is missing",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE),
      choice("feature", features(), "topic-rate", "feature that is broken")),
  FEATURE_CONSTANT(
      Aim.EVERYBODY,
      "feature {feature}",
      "a feature has the same value for all",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE),
      choice("feature", features(), "topic-rate", "feature that is broken"),
      number("value", -1000000, 1000000, 0, "value that it has")),
  FEATURE_SCALED(
      Aim.EVERYBODY,
      "feature {feature}",
      "a feature comes in another unit",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE),
      choice("feature", features(), "topic-rate", "feature that is broken"),
      number("factor", 0.000001, 1000000, 1000, "what it is multiplied by")),
  FEATURE_STALE(
      Aim.EVERYBODY,
      "feature {feature}",
      "a feature no longer follows the world",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE),
      choice("feature", features(), "topic-rate", "feature that is broken")),
  FEATURE_SWAPPED(
      Aim.EVERYBODY,
      "feature {feature}",
      "two features are exchanged",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE),
      choice("feature", features(), "topic-rate", "feature that is broken"),
      choice("other", features(), "item-age", "feature that it is exchanged with")),
  CLOCK_SKEW(
      Aim.READERS,
      "clock",
      "clocks of readers' devices are wrong",
      "share of readers whose clocks are wrong",
      causes(PIPELINE, LABEL),
      number("hours", -48, 48, 6, "how far they are ahead")),
  IMPRESSIONS_LOST(
      Aim.READERS,
      "impressions",
      "impressions are not told",
      "share of feeds",
      causes(PIPELINE, LABEL, COVARIATE)),
  IMPRESSIONS_DUPLICATED(
      Aim.READERS,
      "duplicates",
      "what readers did is told twice",
      "share of feeds",
      causes(PIPELINE, LABEL)),
  MODEL_FROZEN(
      Aim.EVERYBODY,
      "model-frozen",
      "no model is trained or installed any more",
      "share of readers whose requests it touches",
      causes(PIPELINE)),
  MODEL_VERSION_SKEW(
      Aim.EVERYBODY,
      "model-version-skew",
      "some readers are served by the model before",
      "share of readers whose requests it touches",
      causes(PIPELINE, CONCEPT)),
  EMBEDDING_VERSION_SKEW(
      Aim.EVERYBODY,
      "embedding-version-skew",
      "embeddings of readers and items are of different versions",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE, CONCEPT)),
  SOURCE_STARVED(
      Aim.EVERYBODY,
      "source-starved",
      "a source of candidates gives none",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE, CONTENT),
      choice("source", sources(), "neighbour", "source that is starved")),
  INDEX_STALE(
      Aim.EVERYBODY,
      "index-stale",
      "the index of neighbours takes up nothing new",
      "share of readers whose requests it touches",
      causes(PIPELINE, COVARIATE, CONTENT)),
  TRAINING_SERVING_SKEW(
      Aim.EVERYBODY,
      "training-serving-skew {feature}",
      "training sees a feature in another unit than ranking does",
      "share of readers whose requests it touches",
      causes(PIPELINE, CONCEPT, COVARIATE),
      choice("feature", features(), "topic-rate", "feature that is broken"),
      number("factor", 0.001, 1000, 10, "what training sees is multiplied by")),
  LEAKY_BACKFILL(
      Aim.EVERYBODY,
      "leaky-backfill {feature}",
      "training sees counts that hold the outcome itself",
      "share of readers whose requests it touches",
      causes(PIPELINE, CONCEPT),
      choice("feature", Backfill.FEATURES, "item-clicks", "feature that is filled in afterwards")),
  WEEKLY_SEASON(
      Aim.EVERYBODY,
      "activity",
      "weekends differ from working days",
      "exponent of the factor",
      causes(NONE),
      number(
          "factor", 0.2, 5, 1.6, "how many times as often people come on Saturdays and Sundays")),
  HOLIDAY(
      Aim.READERS,
      "activity",
      "a day on which people come more or less often",
      "exponent of the factor",
      causes(NONE),
      number("factor", 0.2, 5, 1.8, "how many times as often they come")),
  GROWTH(
      Aim.EVERYBODY,
      "growth",
      "people join day after day",
      "share of them that come",
      causes(NONE),
      number("share", 0.01, 1, 0.2, "newcomers for each user of the start"),
      hours("over", 24, 2400, 240, "time in which they join")),
  VIRAL_POST(
      Aim.EVERYBODY,
      "virality",
      "one post pleases everybody",
      "share of the lift",
      causes(NONE),
      number("lift", 0.5, 6, 3, "how much better it is than it was, in standard deviations"),
      number("reposts", 0, 0.2, 0.01, "share of all users who repost it"));

  private static final Pattern CHOICE = Pattern.compile("\\{([a-z-]+)}");

  private final Aim aim;
  private final String turns;
  private final String does;
  private final String magnitude;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Cause> causes;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
  private final List<Option> options;

  DriftKind(
      Aim aim, String turns, String does, String magnitude, List<Cause> causes, Option... options) {
    this.aim = aim;
    this.turns = turns;
    this.does = does;
    this.magnitude = magnitude;
    this.causes = causes;
    this.options = List.of(options);
  }

  private static List<Cause> causes(Cause... causes) {
    return List.of(causes);
  }

  private static Option number(String name, double low, double high, double usual, String means) {
    return new Option.Quantity(name, low, high, usual, means);
  }

  private static Option choice(String name, List<String> words, String usual, String means) {
    return new Option.Choice(name, words, usual, means);
  }

  private static Option hours(String name, int low, int high, int usual, String means) {
    return new Option.Span(
        name, Duration.ofHours(low), Duration.ofHours(high), Duration.ofHours(usual), means);
  }

  private static List<String> weights() {
    return List.of("media", "recency", "quality", "followed");
  }

  private static List<String> features() {
    return PipelineFault.FEATURES;
  }

  private static List<String> sources() {
    return PipelineFault.SOURCES;
  }

  private static List<String> languages() {
    return Arrays.stream(Language.values()).map(Language::code).toList();
  }

  private static List<String> topics() {
    return IntStream.range(0, Topics.ESTABLISHED).mapToObj(Topics::name).toList();
  }

  /// Returns the kind of a name such as `taste-flip`, or empty if there is none.
  public static Optional<DriftKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
  }

  /// Returns the name in scenarios and reports.
  public String label() {
    return Slice.kebab(name());
  }

  /// Returns whom it can be aimed at.
  public Aim aim() {
    return aim;
  }

  /// Returns what it does, in a few words.
  public String does() {
    return does;
  }

  /// Returns what its magnitude means, in a few words.
  public String magnitude() {
    return magnitude;
  }

  /// Returns the class of cause that a monitor should name; [Cause#NONE] where none should alarm.
  public Cause cause() {
    return causes.getFirst();
  }

  /// Returns all classes that a monitor may name without being wrong, the right one first.
  public List<Cause> acceptable() {
    return causes;
  }

  /// Returns whether nobody should be alarmed: it only looks like a drift.
  public boolean isControl() {
    return cause() == NONE;
  }

  /// Returns what a scenario can choose.
  public List<Option> options() {
    return options;
  }

  /// Returns the name of what it turns, given the choices of a drift.
  String turns(Options chosen) {
    return CHOICE.matcher(turns).replaceAll(match -> chosen.word(match.group(1)));
  }
}

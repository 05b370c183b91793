package dev.roost.api.study;

import com.typesafe.config.ConfigFactory;
import dev.roost.actors.learn.LearnSettings;
import dev.roost.actors.learn.WindowedModels;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feature.LightFeatures;
import dev.roost.model.feature.RequestFeatures;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.HeadScorer;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.rank.ValueFunction;
import dev.roost.model.score.ScorerChoice;
import dev.roost.model.train.Training;
import dev.roost.model.train.TrainingWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Trains models as the recommender does on what one run logged, each before a day of which
/// sessions were recorded, and has them order the candidates of those sessions.
///
/// All variants learn from the same examples and order the same candidates at the same states, so
/// their lists differ by nothing but the variant. There is no re-ranking and no exploration.
final class Judge {

  static final int PAGE = 20;
  static final int SCORED = 200;

  /// The default of `roost.rank.value`, in the order of [Head].
  private static final ValueFunction VALUE = ValueFunction.of(0, 1, 2, 4, 3, -4, 0);

  private static final int WIDTH = FeatureSchema.standard().size();
  private static final int DIMENSIONS = 16;
  private static final Duration ATTRIBUTION = Duration.ofMinutes(30);

  private final Lived lived;
  private final LearnSettings learn;
  private final List<List<Example>> windows; // by recorded day

  Judge(Lived lived) {
    this(lived, usual());
  }

  /// @param learn how models are trained
  Judge(Lived lived, LearnSettings learn) {
    this.lived = lived;
    this.learn = learn;
    windows =
        IntStream.range(0, Lived.RECORDED_DAYS)
            .mapToObj(day -> window(Lived.day(lived.firstRecorded() + day)))
            .toList();
  }

  private static LearnSettings usual() {
    return LearnSettings.from(ConfigFactory.load().getConfig("roost.learn"));
  }

  /// Returns settings that learn from that many times as many examples, with other trees.
  ///
  /// @param columnShare of the features that a tree may use
  static LearnSettings other(double examples, int trees, int leaves, double columnShare) {
    var usual = usual();
    return new LearnSettings(
        usual.every(),
        usual.installDelay(),
        usual.afterIncident(),
        usual.waits(),
        usual.window(),
        (int) (usual.windowPositives() * examples),
        (int) (usual.windowNegatives() * examples),
        usual.minRows(),
        (int) (usual.maxRows() * examples),
        usual.learner(),
        trees,
        leaves,
        columnShare);
  }

  /// Returns what the recommender's own window would hold at an instant.
  private List<Example> window(Instant until) {
    var window =
        new TrainingWindow(
            learn.windowPositives(),
            learn.windowNegatives(),
            learn.window(),
            lived.settings().seed());
    lived.examples().stream()
        .filter(e -> !e.served().at().isAfter(until.minus(ATTRIBUTION)))
        .forEach(window::add);
    window.retire(until);
    return window.examples(Instant.EPOCH);
  }

  /// Models of a variant, one for each recorded day.
  record Models(List<RankingModel> ofDays, List<HeadScorer> scorers, RowEdit edit) {

    private static Models of(List<RankingModel> models, RowEdit edit) {
      var portable = ScorerChoice.named("portable");
      return new Models(
          models, models.stream().map(model -> model.compile(portable)).toList(), edit);
    }
  }

  Models train(RowEdit edit) {
    return train(edit, UnaryOperator.identity());
  }

  /// Trains models.
  ///
  /// @param edit of the rows that are learned from and ordered
  /// @param chosen what is learned of the examples of a window
  Models train(RowEdit edit, UnaryOperator<List<Example>> chosen) {
    var models = new ArrayList<RankingModel>();
    for (int day = 0; day < Lived.RECORDED_DAYS; day++) {
      var factory = new WindowedModels(learn, lived.settings().seed(), DIMENSIONS);
      factory.learn(chosen.apply(windows.get(day)).stream().map(e -> edited(e, edit)).toList());
      switch (factory.job(Lived.day(lived.firstRecorded() + day)).get()) {
        case Training.Trained(var model, _) -> models.add(model);
        case Training other -> throw new IllegalStateException("no model: " + other);
      }
    }
    return Models.of(models, edit);
  }

  private static Example edited(Example example, RowEdit edit) {
    var row = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      row[i] = example.feature(i);
    }
    var served = example.served();
    edit.apply(TrueWorld.user(served.reader()), served.item().value(), row, 0);
    return Example.of(served, row, example.kinds(), example.dwellSeconds(), example.weight());
  }

  /// How candidates are ordered.
  ///
  /// @param isFound whether a candidate of these sources takes part
  /// @param scored candidates that pass the light ranker
  record Ordering(Models models, IntPredicate isFound, int scored) {

    static Ordering usual(Models models) {
      return new Ordering(models, _ -> true, SCORED);
    }
  }

  /// Returns what models of the third day foretell of a positive engagement at the neutral place.
  double[] expected(Models models, List<Example> examples) {
    var flat = new float[examples.size() * WIDTH];
    for (int i = 0; i < examples.size(); i++) {
      for (int column = 0; column < WIDTH; column++) {
        flat[i * WIDTH + column] = examples.get(i).feature(column);
      }
    }
    var foretold = new double[examples.size() * Head.COUNT];
    models.scorers().getLast().foretell(flat, examples.size(), foretold);
    return IntStream.range(0, examples.size()).mapToDouble(i -> foretold[i * Head.COUNT]).toArray();
  }

  /// Returns the best candidates of a session, best first.
  int[] page(Session session, Ordering by) {
    return Arrays.stream(order(session, by)).limit(PAGE).map(i -> session.items()[i]).toArray();
  }

  /// Returns the indices of the candidates that are scored, best first.
  int[] order(Session session, Ordering by) {
    int day = recordedDay(session);
    var model = by.models().ofDays().get(day);
    var world = lived.world();
    var rows = session.rows().clone();
    for (int i = 0; i < session.size(); i++) {
      by.models().edit().apply(session.user(), world.id(session.items()[i]), rows, i * WIDTH);
    }
    int[] found =
        IntStream.range(0, session.size())
            .filter(i -> by.isFound().test(session.sources()[i]))
            .toArray();
    int[] kept = found.length <= by.scored() ? found : light(model, rows, found, by.scored());
    var flat = new float[kept.length * WIDTH];
    for (int i = 0; i < kept.length; i++) {
      System.arraycopy(rows, kept[i] * WIDTH, flat, i * WIDTH, WIDTH);
    }
    var foretold = new double[kept.length * Head.COUNT];
    by.models().scorers().get(day).foretell(flat, kept.length, foretold);
    return best(
        IntStream.range(0, kept.length).mapToDouble(i -> VALUE.of(foretold, i)).toArray(),
        kept,
        kept.length);
  }

  private int recordedDay(Session session) {
    return (int) Duration.between(Lived.day(lived.firstRecorded()), session.at()).toDays();
  }

  private static int[] light(RankingModel model, float[] rows, int[] found, int most) {
    var light = new float[found.length * RequestFeatures.LIGHT];
    for (int i = 0; i < found.length; i++) {
      LightFeatures.copy(rows, found[i] * WIDTH, light, i * RequestFeatures.LIGHT);
    }
    return best(
        IntStream.range(0, found.length).mapToDouble(i -> model.light().score(light, i)).toArray(),
        found,
        most);
  }

  private static int[] best(double[] scores, int[] of, int most) {
    return IntStream.range(0, of.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
        .limit(most)
        .mapToInt(i -> of[i])
        .toArray();
  }

  /// Returns the items of the pool with the highest true value, best first.
  int[] oracle(Session session) {
    return oracle(session, session.pool());
  }

  /// Returns those of some items with the highest true value, best first.
  int[] oracle(Session session, int[] items) {
    var world = lived.world();
    double[] values =
        Arrays.stream(items)
            .mapToDouble(item -> world.value(session.user(), item, session.second()))
            .toArray();
    return best(values, items, PAGE);
  }

  /// Returns the newest items of the pool, those by followed authors first.
  int[] chronological(Session session) {
    var content = lived.world().world().content();
    var follows = lived.world().world().follows();
    double[] values =
        Arrays.stream(session.pool())
            .mapToDouble(
                item ->
                    item
                        + (follows.isFollowing(session.user(), content.author(item))
                            ? (double) Integer.MAX_VALUE
                            : 0))
            .toArray();
    return best(values, session.pool(), PAGE);
  }

  /// Returns the true value of a list for each user, summed over their recorded sessions.
  double[] values(Function<Session, int[]> lists) {
    var sums = new double[lived.settings().users()];
    for (var session : lived.sessions()) {
      sums[session.user()] +=
          lived.world().value(session.user(), session.second(), lists.apply(session));
    }
    return sums;
  }

  /// Returns how many sessions of each user were recorded.
  double[] counts() {
    var counts = new double[lived.settings().users()];
    lived.sessions().forEach(session -> counts[session.user()]++);
    return counts;
  }

  Lived lived() {
    return lived;
  }
}

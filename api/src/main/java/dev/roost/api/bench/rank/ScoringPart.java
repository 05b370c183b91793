package dev.roost.api.bench.rank;

import dev.roost.api.bench.BenchException;
import dev.roost.api.bench.BenchListener;
import dev.roost.api.bench.BenchRow;
import dev.roost.model.score.PortableScorer;
import dev.roost.model.score.ScorerChoice;
import dev.roost.model.score.Snapped;
import dev.roost.model.score.TreeEnsemble;
import dev.roost.model.score.VectorScorer;
import dev.roost.model.train.SmileBoost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Times the scoring of one batch: Smile's own prediction, Roost's scorers on the same trees, and
/// other libraries on trees of the same shape from the same data.
final class ScoringPart {

  private static final String SMILE = "smile";
  private static final String PORTABLE = "roost-portable";
  private static final String VECTOR = "roost-vector";
  private static final String FLOATS = "roost-vector-floats";
  private static final String QUANTISE = "quantise";
  private static final double SAME = 1e-9;

  private final RankBenchSettings settings;
  private final Iterable<PeerLibrary> libraries;
  private final BenchListener listener;
  private final ScoringContest contest;
  private final List<BenchRow> rows = new ArrayList<>();
  private final Map<String, PeerModel> peers = new LinkedHashMap<>();

  ScoringPart(
      RankBenchSettings settings,
      Iterable<PeerLibrary> libraries,
      int warmTurns,
      BenchListener listener) {
    contest = new ScoringContest(warmTurns);
    this.settings = settings;
    this.libraries = libraries;
    this.listener = listener;
  }

  List<BenchRow> rows() {
    try {
      enter();
      for (int round = 0; round < settings.rounds(); round++) {
        contest.play();
      }
      report();
      return rows;
    } finally {
      peers.values().forEach(PeerModel::close);
    }
  }

  private void enter() {
    var sample = ScoringSample.draw(settings);
    listener.doing(
        "training %d trees of depth %d on %,d rows"
            .formatted(settings.trees(), settings.depth(), settings.training()));
    var boost =
        SmileBoost.fit(sample.training(), sample.outcomes(), settings.trees(), settings.depth());
    libraries.forEach(library -> train(library, sample));
    if (!libraries.iterator().hasNext()) {
      listener.leavingOut(
          "left out: lightgbm and xgboost, which are not on the class path; ./roost bench rank"
              + " puts them there if the sources of the tests are beside it.");
    }
    listener.doing("warming up");
    var expected = enterSmile(boost, sample);
    peers.forEach(
        (name, model) -> {
          var out = new double[settings.rows()];
          contest.enter(name, () -> model.score(out));
        });
    enterRoost(boost.trees(), sample.flatBatch(), expected);
    leaves(SMILE, boost.leaves());
    peers.forEach((name, model) -> leaves(name, model.leaves()));
  }

  private void leaves(String name, int leaves) {
    rows.add(new BenchRow("leaves-" + name, (double) leaves / settings.trees(), "1/tree"));
  }

  private void train(PeerLibrary library, ScoringSample sample) {
    try {
      peers.put(library.name(), library.train(sample));
    } catch (LinkageError | IllegalStateException e) {
      listener.leavingOut("left out: " + library.name() + ", which does not run here: " + e);
    }
  }

  private double[] enterSmile(SmileBoost boost, ScoringSample sample) {
    var batch = boost.batch(sample.batch());
    var out = new double[settings.rows()];
    contest.enter(SMILE, () -> batch.predict(out));
    return out;
  }

  private void enterRoost(TreeEnsemble trees, float[] batch, double[] expected) {
    int n = settings.rows();
    var portable = new PortableScorer(trees);
    var out = new double[n];
    contest.enter(PORTABLE, () -> portable.score(batch, n, out));
    requireSmiles(PORTABLE, out, expected);
    var snapped = Snapped.of(trees);
    rows.add(new BenchRow("moved-splits", snapped.moved(), "splits"));
    rows.add(
        new BenchRow("binning-rms", lossByBinning(snapped.trees(), batch, out), "probability"));
    var choice = ScorerChoice.named("auto");
    if (choice.vector()) {
      enterVector(snapped.trees(), batch);
    } else {
      listener.leavingOut("left out: " + VECTOR + ", since " + choice.reason());
    }
  }

  private void enterVector(TreeEnsemble snapped, float[] batch) {
    int n = settings.rows();
    var vector = new VectorScorer(snapped);
    var bins = vector.rows(n);
    var out = new double[n];
    contest.enter(QUANTISE, () -> bins.put(batch, n));
    contest.enter(VECTOR, () -> vector.score(bins, out));
    contest.enter(FLOATS, () -> vector.score(batch, n, out));
    var portable = new double[n];
    new PortableScorer(snapped).score(batch, n, portable);
    if (!Arrays.equals(portable, out)) {
      throw new BenchException.WrongWork(VECTOR + " and " + PORTABLE + " differ on equal trees");
    }
  }

  static void requireSmiles(String name, double[] logOdds, double[] expected) {
    for (int i = 0; i < logOdds.length; i++) {
      double difference = Math.abs(probability(logOdds[i]) - expected[i]);
      if (!(difference <= SAME)) {
        throw new BenchException.WrongWork(
            "%s is %s off Smile's probability in row %d".formatted(name, difference, i));
      }
    }
  }

  private double lossByBinning(TreeEnsemble snapped, float[] batch, double[] exact) {
    var out = new double[settings.rows()];
    new PortableScorer(snapped).score(batch, settings.rows(), out);
    double squares = 0;
    for (int i = 0; i < out.length; i++) {
      double difference = probability(out[i]) - probability(exact[i]);
      squares += difference * difference;
    }
    return Math.sqrt(squares / out.length);
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  private void report() {
    var found = new ArrayList<BenchRow>();
    found.addAll(contest.times(SMILE));
    peers.keySet().forEach(name -> found.addAll(contest.times(name)));
    for (var name : List.of(PORTABLE, VECTOR, QUANTISE, FLOATS)) {
      if (contest.has(name)) {
        found.addAll(contest.times(name));
      }
    }
    ratio(found, "portable", PORTABLE, SMILE);
    peers.keySet().forEach(name -> ratio(found, "portable", PORTABLE, name));
    ratio(found, "vector", VECTOR, SMILE);
    peers.keySet().forEach(name -> ratio(found, "vector", VECTOR, name));
    ratio(found, "vector-floats", FLOATS, SMILE);
    if (contest.has(VECTOR)) {
      found.addAll(contest.ratios("vector-vs-portable", VECTOR, PORTABLE));
    }
    rows.addAll(0, found);
  }

  private void ratio(List<BenchRow> to, String prefix, String name, String other) {
    if (contest.has(name)) {
      to.addAll(contest.ratios(prefix + "-vs-" + other, name, other));
    }
  }
}

package dev.roost.api.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.feature.Feature;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import dev.roost.model.train.ExampleFile;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.report.ModelInstalled;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.run.Progress;
import dev.roost.simulator.run.Simulation;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.Scenarios;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole worlds whose recommender is broken for a while.
final class PipelineFaultsTest {

  private static final Instant FROM = SimulationSettings.START.plus(Duration.ofHours(40));
  private static final Instant TO = FROM.plus(Duration.ofHours(20));
  private static final Map<String, ?> EAGER =
      Map.of(
          "roost.learn.every", "8h",
          "roost.learn.install-delay", "0s",
          "roost.registry.scheduled.shadow", "0s",
          "roost.registry.scheduled.canary", "0s",
          "roost.registry.watch", "0s");

  @TempDir Path folder;

  private record Heard(FeedQuery query, FeedPage page) {

    boolean isBroken() {
      return query.at().isAfter(FROM) && !query.at().isAfter(TO);
    }
  }

  private record Run(RunReport report, Collection<Heard> feeds, List<Example> examples) {

    List<Heard> broken(Predicate<Heard> wanted) {
      return feeds.stream().filter(Heard::isBroken).filter(wanted).toList();
    }
  }

  private Run run(int threads, List<PipelineFault> faults) throws IOException {
    var feeds = new ConcurrentLinkedQueue<Heard>();
    var examples = Files.createTempDirectory(folder, "examples");
    var config = new HashMap<String, Object>(EAGER);
    config.put("roost.examples.dir", examples.toString());
    var factory = new ActorPortFactory(config);
    var report =
        Simulation.run(
            SimulationSettings.of(200, 3, 7, threads, false, Scenarios.builtIn().find("none")),
            settings ->
                new ImpairingPort(
                    factory.open(settings),
                    faults,
                    FROM,
                    TO,
                    (query, page) -> feeds.add(new Heard(query, page))),
            Progress.none());
    return new Run(report, feeds, read(examples));
  }

  private static List<Example> read(Path folder) throws IOException {
    var all = new ArrayList<Example>();
    try (var files = Files.newDirectoryStream(folder, "*.roex")) {
      for (var file : files) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
          all.addAll(ExampleFile.read(in));
        }
      }
    }
    return all;
  }

  private static List<Float> logged(Run run, Feature feature, boolean broken) {
    return run.examples().stream()
        .filter(example -> isIn(example) == broken)
        .map(example -> example.feature(feature.ordinal()))
        .toList();
  }

  private static boolean isIn(Example example) {
    return example.served().at().isAfter(FROM) && !example.served().at().isAfter(TO);
  }

  private static double share(List<Float> values, Predicate<Float> wanted) {
    return (double) values.stream().filter(wanted).count() / values.size();
  }

  @Test
  void rowsAreBrokenForTheShareAndTheTimeAndAlikeOnAnyNumberOfThreads() throws IOException {
    List<PipelineFault> faults =
        List.of(
            new PipelineFault.FeatureNulled("hour-of-day", 0.5),
            new PipelineFault.FeatureConstant("day-of-week", 77, 1),
            new PipelineFault.FeatureScaled("reader-tenure", 1000, 1),
            new PipelineFault.FeatureStale("item-age", 1),
            new PipelineFault.FeatureSwapped("item-text", "item-newer", 1),
            new PipelineFault.SourceStarved("fresh", 1));
    var one = run(1, faults);
    var four = run(4, faults);

    assertThat(four.report().digest()).isEqualTo(one.report().digest());
    var nulled = logged(one, Feature.HOUR_OF_DAY, true);
    assertThat(nulled).hasSizeGreaterThan(300);
    assertThat(share(nulled, value -> value == -1)).isCloseTo(0.5, within(0.2));
    assertThat(logged(one, Feature.HOUR_OF_DAY, false)).allMatch(value -> value >= 0);
    assertThat(logged(one, Feature.DAY_OF_WEEK, true)).containsOnly(77f);
    assertThat(logged(one, Feature.DAY_OF_WEEK, false)).doesNotContain(77f);
    assertThat(logged(one, Feature.READER_TENURE, false)).allMatch(value -> value < 5);
    assertThat(share(logged(one, Feature.READER_TENURE, true), value -> value > 5))
        .isGreaterThan(0.8);
    assertThat(one.feeds().stream().filter(heard -> !heard.isBroken()).anyMatch(this::hasFresh))
        .isTrue();
    assertThat(one.broken(this::hasFresh)).isEmpty();
  }

  private boolean hasFresh(Heard heard) {
    return heard.page().items().stream().anyMatch(item -> item.source() == Source.FRESH);
  }

  @Test
  void modelsLagOrStandStillForAsLongAsTheyAreToldTo() throws IOException {
    var skew = new PipelineFault.ModelVersionSkew(0.5);
    var lagging = run(2, List.of(skew));
    var still = run(2, List.of(new PipelineFault.ModelFrozen()));

    var tick = Duration.ofMinutes(15);
    assertThat(lagging.broken(heard -> true)).hasSizeGreaterThan(50);
    int versions = 0;
    for (var heard : lagging.broken(heard -> true)) {
      boolean isTouched = skew.touches(heard.query().reader());
      var rank = ranking(lagging.report().models(), heard.query().at().minus(tick));
      int behind = isTouched ? 2 : 1;
      if (rank.size() >= 2
          && rank.equals(ranking(lagging.report().models(), heard.query().at().plus(tick)))) {
        assertThat(heard.page().modelVersion()).isEqualTo(rank.get(rank.size() - behind));
        versions += isTouched ? 1 : 0;
      }
    }
    assertThat(versions).isGreaterThan(20);
    assertThat(during(lagging.report())).isNotEmpty();
    assertThat(during(still.report())).isEmpty();
    assertThat(still.report().models()).anyMatch(model -> model.at().isAfter(TO));
  }

  private static List<String> ranking(List<ModelInstalled> models, Instant at) {
    return models.stream()
        .filter(model -> !model.at().isAfter(at))
        .map(ModelInstalled::version)
        .toList();
  }

  private static List<ModelInstalled> during(RunReport report) {
    return report.models().stream()
        .filter(model -> model.at().isAfter(FROM) && !model.at().isAfter(TO))
        .toList();
  }

  @Test
  void neighboursAreOldOnesAndTastesAreOfNoUseWhereTheirVersionsDiffer() throws IOException {
    var skew = new PipelineFault.EmbeddingVersionSkew(0.8);
    var run = run(2, List.of(new PipelineFault.IndexStale(1), skew));
    var clean = run(2, List.of());

    var same = FROM.plus(Duration.ofMinutes(15)); // up to then the two worlds are the same
    var alike = FROM.plus(Duration.ofHours(4));
    var honest = new HashMap<List<Object>, Float>();
    clean.examples().forEach(example -> honest.put(key(example), taste(example)));
    int[] moved = new int[2];
    for (var example : run.examples()) {
      var before = honest.get(key(example));
      if (isIn(example) && !example.served().at().isAfter(alike) && before != null) {
        boolean isTouched = skew.touches(example.served().reader());
        boolean mustBeHonest = !isTouched && !example.served().at().isAfter(same);
        assertThat(!mustBeHonest || before == taste(example)).isTrue();
        moved[0] += isTouched && before != taste(example) ? 1 : 0;
        moved[1] += isTouched && before != 0 ? 1 : 0;
      }
    }
    assertThat(moved[1]).isPositive();
    assertThat(moved[0]).isEqualTo(moved[1]);
    assertThat(run.broken(heard -> neighboursFrom(heard, FROM) > 0)).isEmpty();
    assertThat(clean.broken(heard -> neighboursFrom(heard, FROM) > 0)).isNotEmpty();
    assertThat(run.feeds().stream().filter(heard -> heard.query().at().isAfter(TO)))
        .anyMatch(heard -> neighboursFrom(heard, FROM) > 0);
  }

  private static List<Object> key(Example example) {
    var served = example.served();
    return List.of(served.reader(), served.item(), served.at());
  }

  private static float taste(Example example) {
    return example.feature(Feature.TASTE.ordinal());
  }

  @Test
  void whatIsLearnedFromDiffersFromWhatRankingSawAndIsAlikeOnAnyNumberOfThreads()
      throws IOException {
    List<PipelineFault> faults =
        List.of(
            new PipelineFault.TrainingServingSkew("reader-tenure", 1, 1000, 1),
            new PipelineFault.LeakyBackfill("engaged-before", 1),
            new PipelineFault.ModelVersionSkew(0.3),
            new PipelineFault.EmbeddingVersionSkew(0.6));
    var one = run(1, faults);
    var four = run(4, faults);

    assertThat(four.report().digest()).isEqualTo(one.report().digest());
    for (var example : one.examples()) {
      boolean isLeaky = example.feature(Feature.ENGAGED_BEFORE.ordinal()) == 1;
      boolean isSkewed = example.feature(Feature.READER_TENURE.ordinal()) > 1000;
      // the join closes half an hour after it was served
      if (isIn(example) && example.served().at().isBefore(TO.minus(Duration.ofHours(1)))) {
        assertThat(isSkewed).isTrue();
        assertThat(isLeaky).isEqualTo(example.isPositive());
      } else if (!example.served().at().isAfter(FROM.minus(Duration.ofHours(1)))
          || example.served().at().isAfter(TO)) {
        assertThat(isSkewed || isLeaky).isFalse();
      }
    }
  }

  private static long neighboursFrom(Heard heard, Instant from) {
    return heard.page().items().stream()
        .filter(item -> item.source() == Source.NEIGHBOUR && item.at().isAfter(from))
        .count();
  }
}

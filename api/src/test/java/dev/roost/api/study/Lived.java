package dev.roost.api.study;

import dev.roost.api.port.ActorPortFactory;
import dev.roost.model.domain.Engagement;
import dev.roost.model.feature.FeatureOverlay;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.learn.Example;
import dev.roost.model.train.ExampleFile;
import dev.roost.simulator.report.RunReport;
import dev.roost.simulator.run.Progress;
import dev.roost.simulator.run.Simulation;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.scenario.Scenario;
import dev.roost.simulator.scenario.Scenarios;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run that is over, with what an experiment needs of it.
///
/// @param examples that the recommender learned from, of the last days; in order of time
/// @param sessions recorded in the last days
/// @param reach of the posts
record Lived(
    TrueWorld world,
    SimulationSettings settings,
    RunReport report,
    List<Example> examples,
    List<Session> sessions,
    Reach reach) {

  /// Days of which sessions are recorded, the last ones.
  static final int RECORDED_DAYS = 3;

  private static final int WINDOW_DAYS = 4; // that a training looks back

  /// Runs a world and records some of its last days.
  ///
  /// @param share of the sessions that are recorded
  static Lived recorded(Size size, long seed, Scenario scenario, double share) {
    var settings = size.settings(seed, scenario);
    var world = TrueWorld.of(settings);
    var recorder = new SessionRecorder(world, day(firstRecorded(settings)), share, seed);
    try {
      var folder = Files.createTempDirectory("roost-study-");
      var config = Map.of("roost.examples.dir", folder.toString());
      return run(world, settings, config, recorder, recorder, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a world whose recommender has other settings, or rows that are written over.
  static Lived with(
      Size size, long seed, Scenario scenario, Map<String, ?> config, FeatureOverlay overlay)
      throws IOException {
    var settings = size.settings(seed, scenario);
    var world = TrueWorld.of(settings);
    var none = new SessionRecorder(world, Instant.MAX, 0, seed);
    return run(world, settings, config, overlay, none, null);
  }

  private static Lived run(
      TrueWorld world,
      SimulationSettings settings,
      Map<String, ?> config,
      FeatureOverlay overlay,
      SessionRecorder recorder,
      @Nullable Path examples)
      throws IOException {
    var reach = new Reach(world);
    var listener =
        new HeardPort.Listener() {
          @Override
          public void answered(FeedQuery query, FeedPage page) {
            recorder.hear(query, page);
          }

          @Override
          public void engaged(List<Engagement> engagements, Instant at) {
            reach.add(engagements, at);
          }
        };
    var factory = new ActorPortFactory(new HashMap<>(config), overlay);
    var report =
        Simulation.run(
            settings, each -> new HeardPort(factory.open(each), listener), Progress.none());
    return new Lived(
        world,
        settings,
        report,
        examples == null ? List.of() : read(examples, day(firstRecorded(settings) - WINDOW_DAYS)),
        recorder.sessions(),
        reach);
  }

  private static int firstRecorded(SimulationSettings settings) {
    return settings.days() - RECORDED_DAYS;
  }

  /// Returns the first day of which sessions are recorded, from 0.
  int firstRecorded() {
    return firstRecorded(settings);
  }

  static Instant day(int day) {
    return SimulationSettings.START.plus(Duration.ofDays(day));
  }

  private static List<Example> read(Path folder, Instant from) throws IOException {
    var examples = new ArrayList<Example>();
    try (var files = Files.newDirectoryStream(folder, "*.roex")) {
      for (var file : files) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
          ExampleFile.read(in).stream()
              .filter(example -> !example.served().at().isBefore(from))
              .forEach(examples::add);
        }
        Files.delete(file);
      }
    }
    Files.delete(folder);
    return examples;
  }

  /// How large a world is.
  record Size(int users, int days, int threads) {

    SimulationSettings settings(long seed, Scenario scenario) {
      return SimulationSettings.of(users, days, seed, threads, false, still(scenario));
    }

    /// Returns the scenario with people who stay as they are, so that the truth is known
    /// beforehand.
    private static Scenario still(Scenario scenario) {
      var still = Scenarios.builtIn().find("still").world();
      return new Scenario(
          scenario.name(),
          scenario.title(),
          scenario.description(),
          scenario.drifts(),
          still.reading(scenario.world().reading()));
    }
  }
}

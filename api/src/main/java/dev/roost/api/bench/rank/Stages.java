package dev.roost.api.bench.rank;

import dev.roost.api.bench.BenchRow;
import dev.roost.model.rank.Ranker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Where the time of requests goes: samples of what all threads run, taken by the JVM's flight
/// recorder, each laid to the stage of the request to which it belongs.
final class Stages {

  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final String REST = "rest";

  /// By what [Ranker] calls: the prefix of a class, and the stage.
  private static final Map<String, String> CALLED_BY_RANKER =
      Map.of(
          "dev.roost.model.retrieve.", "retrieval",
          "dev.roost.model.rank.FirstCut", "light-ranker",
          "dev.roost.model.feature.", "features",
          "dev.roost.model.rank.HeadScorer", "scoring",
          "dev.roost.model.rank.ReRanker", "re-ranking",
          "dev.roost.model.embed.", "features");

  /// By what runs outside it.
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "dev.roost.actors.fanout.", "in-network",
          "dev.roost.actors.user.", "in-network",
          "dev.roost.actors.learn.", "log",
          "dev.roost.actors.feed.FeedAssembly", "log");

  private Stages() {}

  /// Does some work and returns the share of each stage in it, in per cent of all samples.
  static List<BenchRow> of(Runnable work) {
    try (var recording = new Recording()) {
      recording.enable(SAMPLE).withPeriod(PERIOD);
      recording.start();
      work.run();
      recording.stop();
      var file = Files.createTempFile("roost-bench", ".jfr");
      try {
        recording.dump(file);
        return rows(count(RecordingFile.readAllEvents(file)));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no flight recording", e);
    }
  }

  private static Map<String, Integer> count(List<RecordedEvent> events) {
    var samples = new TreeMap<String, Integer>();
    for (var event : events) {
      if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
        samples.merge(stage(event.getStackTrace().getFrames()), 1, Integer::sum);
      }
    }
    return samples;
  }

  private static List<BenchRow> rows(Map<String, Integer> samples) {
    double all = samples.values().stream().mapToInt(Integer::intValue).sum();
    return Stream.of(
            "in-network",
            "retrieval",
            "light-ranker",
            "features",
            "scoring",
            "re-ranking",
            "answer",
            "log",
            REST)
        .map(
            stage ->
                new BenchRow(
                    "time-" + stage, 100 * samples.getOrDefault(stage, 0) / Math.max(1, all), "%"))
        .toList();
  }

  /// Returns the stage of a sample whose innermost frame comes first.
  private static String stage(List<RecordedFrame> frames) {
    for (int i = 0; i < frames.size(); i++) {
      var name = frames.get(i).getMethod().getType().getName();
      if (name.equals(Ranker.class.getName())) {
        return i == 0
            ? "answer"
            : named(CALLED_BY_RANKER, frames.get(i - 1).getMethod().getType().getName(), "answer");
      }
    }
    return frames.stream()
        .map(frame -> named(ELSEWHERE, frame.getMethod().getType().getName(), REST))
        .filter(stage -> !stage.equals(REST))
        .findFirst()
        .orElse(REST);
  }

  private static String named(Map<String, String> stages, String type, String otherwise) {
    return stages.entrySet().stream()
        .filter(entry -> type.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}

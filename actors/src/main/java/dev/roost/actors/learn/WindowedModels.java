package dev.roost.actors.learn;

import dev.roost.model.embed.EmbeddingSettings;
import dev.roost.model.embed.EmbeddingTrainer;
import dev.roost.model.learn.Example;
import dev.roost.model.train.TrainSettings;
import dev.roost.model.train.Trainer;
import dev.roost.model.train.Training;
import dev.roost.model.train.TrainingWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps a bounded window of examples, and trains an embedding and a ranking model on it.
public final class WindowedModels implements ModelFactory {

  private static final Pattern NAME = Pattern.compile("m(\\d{4,9})");

  private final LearnSettings settings;
  private final long seed;
  private final int dimensions;
  private TrainingWindow window;
  private int trained;

  /// Returns an empty window.
  ///
  /// @param dimensions of the embeddings
  public WindowedModels(LearnSettings settings, long seed, int dimensions) {
    this.settings = settings;
    this.seed = seed;
    this.dimensions = dimensions;
    window =
        new TrainingWindow(
            settings.windowPositives(), settings.windowNegatives(), settings.window(), seed);
  }

  @Override
  public void learn(List<Example> examples) {
    examples.forEach(window::add);
  }

  private record Kept(TrainingWindow window, int trained) {}

  @Override
  public Object image() {
    return new Kept(window, trained);
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    window = kept.window();
    trained = kept.trained();
  }

  @Override
  public int rows() {
    return window.size();
  }

  @Override
  public void forget(Stale stale) {
    window.forget(stale::covers, settings.minRows());
  }

  @Override
  public void resume(List<String> made) {
    trained = Math.max(trained, newest(made));
  }

  /// Returns the largest number among the names of models, 0 if there is none.
  static int newest(List<String> names) {
    return names.stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .mapToInt(name -> Integer.parseInt(name.group(1)))
        .max()
        .orElse(0);
  }

  @Override
  public Supplier<Training> job(Instant until) {
    window.retire(until);
    var examples = window.examples(Instant.EPOCH);
    trained++;
    var version = "m%04d".formatted(trained);
    return () -> train(version, examples);
  }

  private Training train(String version, List<Example> examples) {
    var embedding = EmbeddingTrainer.train(examples, embeddingSettings(), seed, version);
    return Trainer.train(version, examples, embedding, trainSettings());
  }

  private EmbeddingSettings embeddingSettings() {
    var usual = EmbeddingSettings.usual();
    return new EmbeddingSettings(
        dimensions, usual.iterations(), usual.minEvidence(), Duration.ofDays(14));
  }

  private TrainSettings trainSettings() {
    var usual = TrainSettings.usual(seed);
    return new TrainSettings(
        settings.learner(),
        settings.minRows(),
        settings.maxRows(),
        settings.trees(),
        usual.maxDepth(),
        settings.leaves(),
        usual.leafRows(),
        usual.shrinkage(),
        usual.subsample(),
        usual.deckRows(),
        settings.columnShare(),
        usual.leafPenalty(),
        usual.heldOut(),
        seed);
  }
}

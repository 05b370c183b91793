package dev.roost.api.cli;

import dev.roost.api.report.Json;
import dev.roost.model.embed.EmbeddingSettings;
import dev.roost.model.embed.EmbeddingTrainer;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.train.Learner;
import dev.roost.model.train.TrainSettings;
import dev.roost.model.train.Trainer;
import dev.roost.model.train.Training;
import dev.roost.model.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Trains a model on files of examples.
@Command(
    name = "train",
    description = {
      "Trains a ranking model on examples: feeds as they were served, with what came of them.",
      "",
      "'simulate --no-twins --examples DIR', 'replay --examples DIR' and a service with",
      "roost.examples.dir write them. The oldest are fitted, the newest fifth calibrates the model and",
      "measures it. Equal examples, options and seeds give equal bytes. 'evaluate' measures it on others."
    })
final class TrainCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files of examples, or folders of them.")
  List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "model.roost",
      description = "Where the model is written (default: ${DEFAULT-VALUE}).")
  Path out = Path.of("model.roost");

  @Option(
      names = "--name",
      paramLabel = "VERSION",
      defaultValue = "offline",
      description = "What the model is called in feeds and reports (default: ${DEFAULT-VALUE}).")
  String name = "offline";

  @Option(
      names = "--learner",
      paramLabel = "NAME",
      defaultValue = "trees-then-logistic",
      description =
          "trees-then-logistic, boosted-trees, random-forest or logistic (default: ${DEFAULT-VALUE}).")
  String learner = "trees-then-logistic";

  @Option(
      names = "--teacher",
      paramLabel = "MODEL",
      description = {
        "A larger model that this one shall imitate, with fewer trees: a trade of a little quality for",
        "size and speed, which 'evaluate' shows side by side."
      })
  @Nullable Path teacher;

  @Option(
      names = "--trees",
      paramLabel = "N",
      defaultValue = "50",
      description = "Trees of an ensemble (default: ${DEFAULT-VALUE}).")
  int trees;

  @Option(
      names = "--leaves",
      paramLabel = "N",
      defaultValue = "8",
      description = "Leaves of a tree, at most (default: ${DEFAULT-VALUE}).")
  int leaves;

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Newest examples that are used (default: ${DEFAULT-VALUE}).")
  int maxRows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
  long seed;

  private final Console console;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var settings = settings();
    var examples = ExampleFiles.read(files);
    try (var bar = new TrainingLine(console, common.json)) {
      return switch (train(examples, settings, bar)) {
        case Training.Trained trained -> done(trained);
        case Training.TooFewRows(var rows, var least) ->
            throw refused("there are %,d examples, %,d are needed".formatted(rows, least));
        case Training.OneClassOnly(var rows, var positives) ->
            throw refused(
                "of %,d examples %,d are positive: there is nothing to tell apart"
                    .formatted(rows, positives));
        case Training.Unsound(var complaint) -> throw refused(complaint);
        case Training.Cancelled(var progress) ->
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted " + progress + ".");
      };
    }
  }

  private Training train(List<Example> examples, TrainSettings settings, TrainingProgress bar) {
    if (teacher != null) {
      return Trainer.distil(name, ModelFiles.read(teacher), examples, settings, bar);
    }
    var embedding = EmbeddingTrainer.train(examples, EmbeddingSettings.usual(), seed, name);
    return Trainer.train(name, examples, embedding, settings, bar);
  }

  private TrainSettings settings() {
    var usual = TrainSettings.usual(seed);
    try {
      return new TrainSettings(
          Learner.named(learner),
          usual.minRows(),
          maxRows,
          trees,
          usual.maxDepth(),
          leaves,
          usual.leafRows(),
          usual.shrinkage(),
          usual.subsample(),
          usual.deckRows(),
          usual.columnShare(),
          usual.leafPenalty(),
          usual.heldOut(),
          seed);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static CommandFailure refused(String why) {
    return new CommandFailure(ExitCode.INVALID_DATA, "no model came of it: " + why + ".");
  }

  private int done(Training.Trained trained) {
    byte[] bytes = ModelFile.write(trained.model());
    write(bytes);
    var told = new LinkedHashMap<String, Object>();
    told.put("file", out.toString());
    told.put("hash", ModelFile.hash(bytes));
    told.put("provenance", trained.model().provenance());
    told.put("heldOut", trained.evaluation());
    if (common.json) {
      console.print(Json.pretty(told));
    } else {
      var held = trained.evaluation();
      console.print(
          "Model      %s, %,d bytes, SHA-256 %s".formatted(out, bytes.length, told.get("hash")));
      console.print(
          "Trained    on %,d examples, %,d of them positive, from %s to %s"
              .formatted(
                  trained.model().provenance().rows(),
                  trained.model().provenance().positives(),
                  trained.model().provenance().from(),
                  trained.model().provenance().until()));
      console.print(
          "Held out   %,d newest: AUC %.4f, log loss %.4f, normalised entropy %.4f, observed/expected %.3f"
              .formatted(
                  held.rows(),
                  held.auc(),
                  held.logLoss(),
                  held.normalisedEntropy(),
                  held.calibration()));
    }
    return ExitCode.OK.number();
  }

  /// Writes beside the file first, so that there is never half a model under its name.
  private void write(byte[] bytes) {
    try {
      var whole = out.resolveSibling("." + out.getFileName() + ".tmp");
      Files.write(whole, bytes);
      Files.move(whole, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILURE, "cannot write " + out + ": choose another file with --out.", e);
    }
  }
}

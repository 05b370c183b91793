package dev.roost.api.cli;

import dev.roost.api.report.AssessmentJson;
import dev.roost.api.report.Json;
import dev.roost.model.chance.Chance;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.RankingModel;
import dev.roost.model.train.Assessment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Holds a model against examples.
@Command(
    name = "evaluate",
    description = {
      "Holds a model against examples that it was not trained on: how well it tells apart, how well its",
      "probabilities agree with what happened, how it orders the feeds that were served.",
      "",
      "Examples from before the end of the model's own data are left out, and that is told. Intervals",
      "of 95 %% are over readers."
    })
final class EvaluateCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "A file that 'train' wrote.")
  @Nullable Path model;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of examples.")
  List<Path> files = List.of();

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "400",
      description = "Of each interval, at least 40 (default: ${DEFAULT-VALUE}).")
  int resamples;

  @Option(
      names = "--all",
      description = "Use examples from before the end of the model's data, too: it may know them.")
  boolean all;

  private final Console console;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (resamples < 40) {
      throw new CommandFailure(ExitCode.USAGE, "--resamples must be at least 40: " + resamples);
    }
    var file = model == null ? Path.of("") : model;
    var sound = ModelFiles.read(file);
    var examples = unseen(sound, ExampleFiles.read(files));
    var assessment = Assessment.of(sound, examples, resamples, Chance.of(7, "evaluate"));
    var cost = ScoringCost.of(sound, ModelFiles.size(file), examples);
    if (common.json) {
      console.print(Json.pretty(AssessmentJson.of(assessment, cost)));
    } else {
      console.print(
          "%s: %,d bytes, %.3f us to score a row by the %s scorer"
              .formatted(sound.version(), cost.bytes(), cost.microsPerRow(), cost.scorer()));
      AssessmentText.lines(assessment).forEach(console::print);
    }
    return ExitCode.OK.number();
  }

  private List<Example> unseen(RankingModel sound, List<Example> examples) {
    var until = sound.provenance().until();
    var later =
        all
            ? examples
            : examples.stream().filter(example -> example.served().at().isAfter(until)).toList();
    if (later.isEmpty()) {
      throw new CommandFailure(
          ExitCode.INVALID_DATA,
          "no example is newer than the model's own data, which end at "
              + until
              + "; '--all' uses those it may know.");
    }
    if (later.size() < examples.size()) {
      console.tell(
          "left out: %,d of %,d examples, since the model may know them"
              .formatted(examples.size() - later.size(), examples.size()));
    }
    return later;
  }
}

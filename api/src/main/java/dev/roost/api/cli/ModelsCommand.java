package dev.roost.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roost.api.report.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// Lists the models of a running service, and has a person's word on what ranks.
@Command(
    name = "models",
    description = {
      "Lists the models of a running service: which rank, which are on trial, and why.",
      "",
      "Rules promote a challenger that does as well as the champion, and take back one that does",
      "worse; 'promote' and 'rollback' overrule them."
    })
final class ModelsCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      scope = ScopeType.INHERIT,
      description = "Where the service listens (default: ${DEFAULT-VALUE}).")
  String url = "http://127.0.0.1:8080";

  private final Console console;

  ModelsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var book = new RunningService(url).get("/v1/models");
    if (common.json) {
      console.print(Json.pretty(book));
    } else if (book.path("models").isEmpty()) {
      console.print("no model yet: feeds are newest first");
    } else {
      book.path("models").forEach(model -> console.print(line(model)));
      double share = book.path("canaryShare").asDouble();
      if (share > 0) {
        var canary = book.path("challenger").asText();
        console.print("%s ranks for %.0f %% of the readers".formatted(canary, 100 * share));
      }
    }
    return ExitCode.OK.number();
  }

  private static String line(JsonNode model) {
    var history = model.path("history");
    var now = history.get(history.size() - 1);
    return "%-8s %-11s since %s (%s)  log loss %s held out, trained by %s on %d rows until %s"
        .formatted(
            model.path("version").asText(),
            model.path("stage").asText(),
            now.path("at").asText(),
            now.path("reason").asText() + evidence(now.path("evidence")),
            number(model.path("evaluation").path("logLoss")),
            model.path("cause").asText(),
            model.path("provenance").path("rows").asInt(),
            model.path("provenance").path("until").asText());
  }

  private static String evidence(JsonNode evidence) {
    return evidence.isMissingNode()
        ? ""
        : ": %s %s beside %s on %d impressions"
            .formatted(
                evidence.path("measure").asText(),
                number(evidence.path("ours")),
                number(evidence.path("theirs")),
                evidence.path("impressions").asLong());
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? "%.4f".formatted(value.asDouble()) : "unknown";
  }

  @Command(
      name = "promote",
      description = "Has the challenger, or the champion's predecessor, rank for everybody.")
  int promote(@Parameters(paramLabel = "VERSION", description = "Such as m0042.") String version)
      throws InterruptedException {
    return decide(version, "promotion");
  }

  @Command(
      name = "rollback",
      description = "Takes back the challenger, or the champion in favour of its predecessor.")
  int rollback(@Parameters(paramLabel = "VERSION", description = "Such as m0042.") String version)
      throws InterruptedException {
    return decide(version, "rollback");
  }

  private int decide(String version, String decision) throws InterruptedException {
    if (!version.matches("[A-Za-z0-9._-]+")) {
      throw new CommandFailure(ExitCode.USAGE, "no version of a model: " + version);
    }
    var model = new RunningService(url).post("/v1/models/" + version + "/" + decision);
    console.print(common.json ? Json.pretty(model) : line(model));
    return ExitCode.OK.number();
  }
}

package dev.roost.api.cli;

import dev.roost.api.doctor.Doctor;
import dev.roost.api.doctor.Finding;
import dev.roost.api.report.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Examines this machine and says how to mend what is wrong.
@Command(
    name = "doctor",
    description = "Examines this machine: what is wrong for Roost, and how to mend it.")
final class DoctorCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The port that 'serve' is to use (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--data",
      defaultValue = "data",
      description = "The folder that 'serve' is to use (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data");

  private final Console console;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var findings = Doctor.examine(data, port);
    boolean healthy = findings.stream().noneMatch(Finding::isWrong);
    if (common.json) {
      console.print(Json.pretty(new Diagnosis(healthy, findings)));
    } else {
      findings.forEach(finding -> console.print(finding.describe()));
      console.print(healthy ? "All is well." : "Something is wrong: mend it as told above.");
    }
    return (healthy ? ExitCode.OK : ExitCode.FAILURE).number();
  }

  /// What `--json` prints.
  record Diagnosis(boolean healthy, List<Finding> findings) {}
}

package dev.roost.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Puts the subcommands together and gives all of them the same manners: one clear sentence for an
/// error, an exit code that tells its kind, and a suggestion for what was mistyped.
public final class CommandLines {

  private CommandLines() {}

  /// Returns the whole command line, writing to `console` and running what `wiring` plugs in.
  public static CommandLine of(Console console, Wiring wiring) {
    var line = new CommandLine(new RootCommand());
    subcommands(console, wiring).forEach(line::addSubcommand);
    line.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    line.getCommandSpec()
        .usageMessage()
        .footer(
            "",
            "'./roost COMMAND --help' tells more. ROOST_JVM_OPTS, such as -Xmx8g, goes to the JVM.");
    layOut(line);
    return line.setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((wrong, args) -> refuse(wrong, console))
        .setExecutionExceptionHandler((cause, at, parsed) -> fail(cause, verbose(parsed), console));
  }

  /// Gives a command and those below it the headings that all have.
  private static void layOut(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading("Usage: ./")
        .descriptionHeading("%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n");
    line.getSubcommands().values().forEach(CommandLines::layOut);
  }

  private static Map<String, Object> subcommands(Console console, Wiring wiring) {
    var commands = new LinkedHashMap<String, Object>();
    commands.put("simulate", new SimulateCommand(console, wiring.recommenders()));
    commands.put("fork", new ForkCommand(console, wiring.recommenders()));
    commands.put("replay", new ReplayCommand(console, wiring.recommenders()));
    commands.put("calibrate", new CalibrateCommand(console));
    commands.put("train", new TrainCommand(console));
    commands.put("evaluate", new EvaluateCommand(console));
    commands.put("serve", new ServeCommand(console, wiring.service()));
    commands.put("models", new ModelsCommand(console));
    commands.put("bench", BenchCommand.of(console));
    commands.put("scenarios", new ScenariosCommand(console));
    commands.put("doctor", new DoctorCommand(console));
    commands.put("test", new TestCommand());
    return commands;
  }

  private static int refuse(ParameterException wrong, Console console) {
    console.tell(oneLine(wrong));
    var line = wrong.getCommandLine();
    Suggestion.choices(wrong).ifPresent(there -> console.tell("there are: " + there));
    Suggestion.of(wrong).ifPresent(meant -> console.tell("did you mean " + meant + "?"));
    console.tell("'./" + line.getCommandSpec().qualifiedName() + " --help' lists what there is.");
    return ExitCode.USAGE.number();
  }

  private static int fail(Exception cause, boolean verbose, Console console) {
    if (verbose) {
      cause.printStackTrace(console.err());
    }
    var known = Failures.explain(cause);
    if (known.isPresent()) {
      console.tell(String.valueOf(known.get().getMessage()));
      return known.get().code().number();
    }
    console.tell(
        "this should not have happened: "
            + cause.getClass().getSimpleName()
            + ": "
            + oneLine(cause)
            + (verbose ? "" : " ('--verbose' shows where)"));
    return ExitCode.FAILURE.number();
  }

  private static String oneLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static boolean verbose(ParseResult parsed) {
    return parsed.originalArgs().contains("--verbose");
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    for (var code : ExitCode.values()) {
      codes.put(Integer.toString(code.number()), code.meaning());
    }
    return codes;
  }
}

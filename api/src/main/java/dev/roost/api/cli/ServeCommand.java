package dev.roost.api.cli;

import dev.roost.api.cli.Service.ServeSettings;
import dev.roost.api.report.Json;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Answers HTTP until it is interrupted.
@Command(
    name = "serve",
    description = {
      "Serves feeds over HTTP, with its facts in an embedded journal.",
      "",
      "Everything acknowledged survives a crash: start it again on the same folder.",
      "Listens on the loopback address only, since it does not ask who calls; behind a proxy that",
      "does, roost.http.allow-public = true lifts that"
          + " (ROOST_JVM_OPTS=-Droost.http.allow-public=true)."
    })
final class ServeCommand implements Callable<Integer> {

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: roost.http.host, that is 127.0.0.1).")
  @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = {
        "Port to listen on; 0 takes any that is free",
        "(default: roost.http.port, that is 8080)."
      })
  @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of journal and models, created if missing (default: ${DEFAULT-VALUE}).")
  Path data = Path.of("data");

  private final Console console;
  private final Supplier<Service> service;

  ServeCommand(Console console, Supplier<Service> service) {
    this.console = console;
    this.service = service;
  }

  @Override
  public Integer call() throws Exception {
    if (host != null) {
      requireKnown(host);
    }
    if (port != null && !(port >= 0 && port <= 65_535)) {
      throw new CommandFailure(ExitCode.USAGE, "--port must lie in 0..65535: " + port);
    }
    var running = service.get().start(new ServeSettings(host, port, data));
    if (common.json) {
      console.print(Json.compact(new Started(running.address(), data.toString())));
    } else {
      console.print(
          "Serving at " + running.address() + " with the journal in " + data + "; Ctrl-C ends it.");
    }
    if (!running.awaitEnd()) {
      throw new CommandFailure(
          ExitCode.FAILURE, "the service could not go on; the log above says why.");
    }
    return ExitCode.OK.number();
  }

  private static void requireKnown(String address) {
    try {
      InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new CommandFailure(ExitCode.USAGE, "--host " + address + " is no known address.", e);
    }
  }

  /// What `--json` prints once requests are accepted.
  record Started(String address, String data) {}
}

package dev.roost.api.serve;

import static java.util.Objects.requireNonNullElse;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.roost.actors.NodeConfig;
import dev.roost.actors.entity.Host;
import dev.roost.actors.node.NodeSettings;
import dev.roost.actors.node.RoostNode;
import dev.roost.api.cli.Service;
import dev.roost.api.http.HttpServer;
import dev.roost.api.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// Serves from this machine alone, with facts in an embedded journal.
public final class LocalService implements Service {

  @Override
  public Running start(ServeSettings settings) throws Exception {
    var config = config(settings);
    var http = http(config, settings);
    http.requireSafe();
    Files.createDirectories(settings.data());
    var node =
        RoostNode.start(
            new NodeSettings(
                config,
                Host.JOURNALED,
                true,
                InstantSource.system(),
                config.getLong("roost.node.seed"),
                config.getDuration("roost.node.horizon"),
                Optional.empty()));
    try {
      var binding =
          HttpServer.start(node.system(), node.service(), http).toCompletableFuture().get();
      return new Serving(node, binding);
    } catch (ExecutionException e) {
      node.close();
      throw new IOException(
          "cannot listen on %s:%d; is the port taken?".formatted(http.host(), http.port()),
          e.getCause());
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
  }

  /// Returns the settings of the configuration, but for what was asked for explicitly.
  static HttpSettings http(Config config, ServeSettings settings) {
    var http = HttpSettings.from(config.getConfig("roost.http"));
    return http.at(
        requireNonNullElse(settings.host(), http.host()),
        requireNonNullElse(settings.port(), http.port()));
  }

  private static Config config(ServeSettings settings) {
    var strict = ConfigParseOptions.defaults().setAllowMissing(false);
    var journal = settings.data().resolve("journal").toAbsolutePath().toString();
    var models = settings.data().resolve("models").toAbsolutePath().toString();
    return NodeConfig.over(
        ConfigFactory.parseMap(Map.of("roost.journal.dir", journal, "roost.models.dir", models))
            .withFallback(ConfigFactory.defaultApplication())
            .withFallback(
                ConfigFactory.parseResources(
                    LocalService.class.getClassLoader(), "profiles/local.conf", strict)));
  }
}

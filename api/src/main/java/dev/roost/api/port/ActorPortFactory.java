package dev.roost.api.port;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.roost.actors.NodeConfig;
import dev.roost.actors.entity.Host;
import dev.roost.actors.image.NodeImage;
import dev.roost.actors.node.NodeSettings;
import dev.roost.actors.node.RoostNode;
import dev.roost.model.feature.FeatureOverlay;
import dev.roost.simulator.port.PortFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Opens nodes in virtual time for simulations and replays.
public final class ActorPortFactory implements PortFactory {

  private static final Duration HORIZON = Duration.ofDays(7);

  private final Map<String, ?> others;
  private final @Nullable FeatureOverlay overlay;

  /// Returns a factory; logging is set up by then, since SLF4J warns if two nodes are the first to
  /// ask for it.
  public ActorPortFactory() {
    this(Map.of());
  }

  /// Returns a factory of nodes with some settings that are not those of the profile.
  ///
  /// @param others by path
  public ActorPortFactory(Map<String, ?> others) {
    this(others, null);
  }

  /// Returns a factory of nodes whose feature rows an experiment writes over.
  ///
  /// @param others by path
  /// @param overlay null for nothing
  public ActorPortFactory(Map<String, ?> others, @Nullable FeatureOverlay overlay) {
    this.others = Map.copyOf(others);
    this.overlay = overlay;
    LoggerFactory.getILoggerFactory();
  }

  @Override
  public ActorPort open(PortSettings settings) {
    return new ActorPort(node(settings, others, overlay));
  }

  @Override
  public boolean keeps(PortSettings settings) {
    return !settings.durable()
        && RoostNode.isImaged(nodeSettings(settings, settings.threads(), others, overlay));
  }

  @Override
  public ActorPort resume(PortSettings settings, InputStream image) {
    var read = ActorPort.codec().read(NodeImage.class, image);
    return new ActorPort(
        RoostNode.start(nodeSettings(settings, read.partitions(), others, overlay), read));
  }

  /// Starts the node of a run.
  static RoostNode node(PortSettings settings) {
    return node(settings, Map.of(), null);
  }

  private static RoostNode node(
      PortSettings settings, Map<String, ?> others, @Nullable FeatureOverlay overlay) {
    return RoostNode.start(nodeSettings(settings, settings.threads(), others, overlay));
  }

  private static NodeSettings nodeSettings(
      PortSettings settings,
      int partitions,
      Map<String, ?> others,
      @Nullable FeatureOverlay overlay) {
    var recording = settings.recording();
    var profile = recording == null ? "simulation" : "replay";
    return new NodeSettings(
        config(profile, settings, partitions, others),
        settings.durable() ? Host.JOURNALED : Host.VOLATILE,
        false,
        InstantSource.fixed(settings.start()),
        settings.seed(),
        recording == null ? HORIZON : recording.horizon(),
        Optional.ofNullable(settings.frozenFrom()),
        overlay);
  }

  private static Config config(
      String profile, PortSettings settings, int partitions, Map<String, ?> others) {
    var strict = ConfigParseOptions.defaults().setAllowMissing(false);
    return NodeConfig.over(
        ConfigFactory.parseMap(overrides(settings, partitions))
            .withFallback(ConfigFactory.parseMap(others))
            .withFallback(
                ConfigFactory.parseResources(
                    ActorPortFactory.class.getClassLoader(),
                    "profiles/" + profile + ".conf",
                    strict)));
  }

  private static Map<String, Object> overrides(PortSettings settings, int partitions) {
    var overrides = new HashMap<String, Object>();
    for (var dispatcher : new String[] {"default-dispatcher", "internal-dispatcher"}) {
      var pool = "akka.actor." + dispatcher + ".fork-join-executor.";
      overrides.put(pool + "parallelism-min", settings.threads());
      overrides.put(pool + "parallelism-max", settings.threads());
    }
    overrides.put("roost.feed.workers", settings.threads());
    overrides.put("roost.node.partitions", partitions);
    var recording = settings.recording();
    if (recording != null) {
      overrides.put("roost.learn.every", recording.trainEvery());
      overrides.put("roost.learn.window", recording.window());
    }
    if (settings.durable()) {
      var folder = folder();
      overrides.put("roost.journal.dir", folder.toString());
      overrides.put("roost.models.dir", folder.resolve("models").toString());
    }
    return overrides;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("roost-journal-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the journal of the run", e);
    }
  }
}

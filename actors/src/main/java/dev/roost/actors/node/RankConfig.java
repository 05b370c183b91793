package dev.roost.actors.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import dev.roost.model.domain.Ids;
import dev.roost.model.domain.ItemId;
import dev.roost.model.rank.DiversitySettings;
import dev.roost.model.rank.ExploreSettings;
import dev.roost.model.rank.Head;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.rank.SeenSettings;
import dev.roost.model.rank.SponsoredSettings;
import dev.roost.model.rank.ValueFunction;
import dev.roost.model.retrieve.RetrievalSettings;
import dev.roost.model.score.ScorerChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

/// Reads the settings of ranking, which knows no configuration, from `roost.rank`.
final class RankConfig {

  private RankConfig() {}

  /// Reads the settings.
  ///
  /// @param config the resolved `roost.rank` section
  /// @throws ConfigException if a key is missing, mistyped or out of range
  static RankSettings from(Config config) {
    try {
      return new RankSettings(
          retrieval(config.getConfig("retrieval")),
          config.getInt("scored"),
          ScorerChoice.named(config.getString("scorer")),
          value(config.getConfig("value")),
          diversity(config.getConfig("diversity")),
          seen(config.getConfig("seen")),
          explore(config.getConfig("explore")),
          sponsored(config.getConfig("sponsored")));
    } catch (IllegalArgumentException e) {
      throw new ConfigException.BadValue(config.origin(), "roost.rank", e.getMessage(), e);
    }
  }

  private static ValueFunction value(Config config) {
    return ValueFunction.of(
        Arrays.stream(Head.values())
            .mapToDouble(head -> config.getDouble(head.name().toLowerCase(Locale.ROOT)))
            .toArray());
  }

  private static DiversitySettings diversity(Config config) {
    return new DiversitySettings(
        config.getInt("writer-cap"),
        config.getDouble("topic-fade"),
        config.getDouble("writer-fade"),
        config.getDouble("shown-topic-fade"),
        config.getDouble("shown-writer-fade"),
        config.getDuration("shown-half-life"));
  }

  private static SeenSettings seen(Config config) {
    return new SeenSettings(config.getInt("times"), config.getDuration("within"));
  }

  private static ExploreSettings explore(Config config) {
    return new ExploreSettings(
        ExploreSettings.Policy.named(config.getString("policy")),
        config.getDouble("epsilon"),
        config.getDouble("prior-engaged"),
        config.getDouble("prior-passed"));
  }

  private static SponsoredSettings sponsored(Config config) {
    return new SponsoredSettings(
        config.getInt("most"),
        config.getInt("first"),
        config.getInt("spacing"),
        config.getStringList("items").stream().map(RankConfig::item).toList());
  }

  private static ItemId item(String text) {
    var value = text.startsWith("p") ? Ids.parse(text.substring(1)) : OptionalLong.empty();
    return new ItemId(
        value.orElseThrow(
            () -> new IllegalArgumentException("sponsored.items names no post: " + text)));
  }

  private static RetrievalSettings retrieval(Config config) {
    return new RetrievalSettings(
        config.getInt("neighbours"),
        config.getInt("scanned"),
        config.getInt("co-engaged"),
        config.getInt("affinity"),
        config.getInt("friends-of-friends"),
        config.getInt("trending"),
        config.getInt("trending-nearby"),
        config.getInt("fresh"),
        config.getInt("fresh-impressions"));
  }
}

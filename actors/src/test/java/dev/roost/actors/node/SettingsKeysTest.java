package dev.roost.actors.node;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import dev.roost.actors.fanout.BacklogSettings;
import dev.roost.actors.fanout.FanoutSettings;
import dev.roost.actors.feed.FeedSettings;
import dev.roost.actors.feed.PrecomputeSettings;
import dev.roost.actors.learn.ExampleLogSettings;
import dev.roost.actors.learn.JoinSettings;
import dev.roost.actors.learn.LearnSettings;
import dev.roost.model.domain.ItemId;
import dev.roost.model.rank.DiversitySettings;
import dev.roost.model.rank.ExploreSettings;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.rank.SeenSettings;
import dev.roost.model.rank.SponsoredSettings;
import dev.roost.model.registry.Pace;
import dev.roost.model.registry.RegistrySettings;
import dev.roost.model.retrieve.RetrievalSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SettingsKeysTest {

  private static Config section(String name) {
    return ConfigFactory.defaultReference().getConfig("roost." + name);
  }

  @TestFactory
  Stream<DynamicTest> keysAreExactlyTheComponents() {
    return Stream.of(
        agree("fanout", FanoutSettings.class, BacklogSettings.class),
        agree("feed", FeedSettings.class),
        agree("feed.precompute", PrecomputeSettings.class),
        agree("join", JoinSettings.class),
        agree("examples", ExampleLogSettings.class),
        agree("learn", LearnSettings.class),
        agree("rank", RankSettings.class),
        agree("registry", RegistrySettings.class),
        agree("registry.scheduled", Pace.class),
        agree("registry.urgent", Pace.class),
        agree("rank.diversity", DiversitySettings.class),
        agree("rank.explore", ExploreSettings.class),
        agree("rank.seen", SeenSettings.class),
        agree("rank.sponsored", SponsoredSettings.class),
        agree("rank.retrieval", RetrievalSettings.class));
  }

  private static DynamicTest agree(String name, Class<?>... settings) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          var components =
              Arrays.stream(settings)
                  .flatMap(each -> Arrays.stream(each.getRecordComponents()))
                  .map(c -> c.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                  .collect(toSet());
          assertThat(section(name).root().keySet()).isEqualTo(components);
        });
  }

  @Test
  void theDefaultsAreInRange() {
    assertThat(FanoutSettings.from(section("fanout")).batchPosts()).isPositive();
    assertThat(BacklogSettings.from(section("fanout")).backlogPosts()).isPositive();
    assertThat(FeedSettings.from(section("feed")).workers()).isPositive();
    assertThat(ExampleLogSettings.from(section("examples")).isOn()).isFalse();
    assertThat(JoinSettings.from(section("join")).pendingRequests()).isPositive();
    assertThat(LearnSettings.from(section("learn")).trees()).isPositive();
    assertThat(RegistryConfig.from(section("registry")).files()).isPositive();
    assertThat(RankConfig.from(section("rank")).retrieval().neighbours()).isPositive();
  }

  @Test
  void whatTrainingWouldRefuseIsRefusedAtTheStart() {
    for (var wrong : List.of("leaves = 257", "trees = 10001", "learner = guessing")) {
      var section = ConfigFactory.parseString(wrong).withFallback(section("learn"));

      assertThatExceptionOfType(ConfigException.BadValue.class)
          .as(wrong)
          .isThrownBy(() -> LearnSettings.from(section));
    }
  }

  @Test
  void whatIsSponsoredIsNamedAsTheApiNamesIt() {
    var post = new ItemId(-5);
    var named = "sponsored.items = [" + post + "]";
    var section = ConfigFactory.parseString(named).withFallback(section("rank"));

    assertThat(RankConfig.from(section).sponsored().items()).containsExactly(post);
    for (var wrong : List.of("items = [u0000000000001]", "most = -1", "first = 0", "spacing = 0")) {
      var broken = ConfigFactory.parseString("sponsored." + wrong).withFallback(section("rank"));
      assertThatExceptionOfType(ConfigException.BadValue.class)
          .as(wrong)
          .isThrownBy(() -> RankConfig.from(broken))
          .withMessageContaining("sponsored." + wrong.substring(0, wrong.indexOf(' ')));
    }
  }

  @Test
  void aValueOutOfRangeSaysWhereItStood() {
    var wrong = ConfigFactory.parseString("workers = 0").withFallback(section("feed"));

    assertThatExceptionOfType(ConfigException.BadValue.class)
        .isThrownBy(() -> FeedSettings.from(wrong))
        .withMessageContaining("workers must be at least 1: 0");
  }
}

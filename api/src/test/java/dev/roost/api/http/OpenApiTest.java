package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Source;
import dev.roost.model.registry.Stage;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class OpenApiTest {

  private final OpenApi description = OpenApi.load();

  private static List<Endpoint> endpoints() {
    var node = new FakeFeedService();
    var settings = HttpSettings.from(ConfigFactory.load().getConfig("roost.http"));
    try (var metrics = new HttpMetrics(() -> true, node.freshness())) {
      return Endpoints.of(node, settings, metrics, new SecureRandom());
    }
  }

  private Set<String> words(String schema) {
    return description.words(description.root().at("/components/schemas/" + schema));
  }

  private static Set<String> words(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.toSet());
  }

  /// Returns what the query of a feed may hold.
  private JsonNode parameters() {
    return description.root().at("/paths/~1v1~1users~1{user}~1feed/get/parameters");
  }

  @Test
  void describesExactlyTheEndpoints() {
    var served =
        endpoints().stream()
            .map(each -> each.method().value() + " " + each.path().text())
            .collect(Collectors.toSet());

    assertThat(description.operations()).isEqualTo(served);
  }

  @Test
  void describesExactlyTheQueries() {
    for (var each : endpoints()) {
      assertThat(description.query(each.method().value(), each.path().text()))
          .as(each.path().text())
          .isEqualTo(each.query());
    }
  }

  @Test
  void namesExactlyTheWords() {
    assertThat(words("Quality")).isEqualTo(words(Quality.class));
    assertThat(words("Media")).isEqualTo(words(MediaKind.class));
    assertThat(words("AgeBand")).isEqualTo(words(AgeBand.class));
    assertThat(words("Kind")).isEqualTo(words(EngagementKind.class));
    assertThat(words("Stage")).isEqualTo(words(Stage.class));
    assertThat(words("Why/properties/source")).isEqualTo(words(Source.class));
    assertThat(description.words(parameters().get(1).path("schema")))
        .isEqualTo(words(FeedOrder.class));
    assertThat(words("Problem/properties/outcome")).isEqualTo(words(Problem.Outcome.class));
  }

  @Test
  void namesExactlyTheProblemCodes() {
    var codes =
        Arrays.stream(ProblemCode.values()).map(ProblemCode::text).collect(Collectors.toSet());

    assertThat(words("Problem/properties/code")).isEqualTo(codes);
  }

  @Test
  void namesTheDefaultLimits() {
    var settings = HttpSettings.from(ConfigFactory.load().getConfig("roost.http"));
    var limit = parameters().get(0).path("schema");

    assertThat(limit.path("default").asInt()).isEqualTo(settings.defaultLimit());
    assertThat(limit.path("maximum").asInt()).isEqualTo(settings.maxLimit());
    assertThat(
            description
                .root()
                .at("/components/schemas/Engagements/properties/engagements/maxItems")
                .asInt())
        .isEqualTo(settings.maxBatch());
  }

  @Test
  void givesEachOperationAnIdentifierOfItsOwn() {
    var identifiers = description.root().path("paths").findValuesAsText("operationId");

    assertThat(new HashSet<>(identifiers)).hasSameSizeAs(identifiers);
    assertThat(identifiers).hasSameSizeAs(description.operations());
  }
}

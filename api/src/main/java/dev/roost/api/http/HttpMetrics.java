package dev.roost.api.http;

import static java.util.Objects.requireNonNull;

import dev.roost.actors.fanout.Freshness;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.feed.Quality;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// What is counted at the door and, of posts on their way to readers, on the node, named by the
/// conventions of Prometheus.
///
/// | series                           | labels                  | counts                        |
/// |----------------------------------|-------------------------|-------------------------------|
/// | `roost_http_requests_seconds`    | `method, route, status` | requests and their latency    |
/// | `roost_http_requests_in_flight`  |                         | requests not answered yet     |
/// | `roost_feeds_total`              | `order, quality`        | feeds served                  |
/// | `roost_engagements_total`        | `kind`                  | engagements accepted          |
/// | `roost_fanout_freshness_seconds` | `edge`                  | time until a post can be read |
/// | `roost_ready`                    |                         | 1 if the node is ready        |
///
/// The routes are those of the table of endpoints, so the number of series is bounded whatever
/// clients send.
final class HttpMetrics implements AutoCloseable {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Map<FeedOrder, Map<Quality, Counter>> feeds = new EnumMap<>(FeedOrder.class);
  private final Map<EngagementKind, Counter> engagements = new EnumMap<>(EngagementKind.class);

  /// When a request began.
  record Began(Timer.Sample sample) {}

  /// Returns metrics in which nothing is counted yet.
  ///
  /// @param freshness counted by the node
  HttpMetrics(BooleanSupplier ready, Freshness freshness) {
    registry.getPrometheusRegistry().register(new FreshnessSeries(freshness));
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    Gauge.builder("roost.http.requests.in.flight", inFlight, AtomicInteger::get)
        .description("Requests that are not answered yet")
        .register(registry);
    Gauge.builder("roost.ready", ready, each -> each.getAsBoolean() ? 1 : 0)
        .description("1 if the node is ready to serve")
        .strongReference(true)
        .register(registry);
    for (var order : FeedOrder.values()) {
      feeds.put(order, feeds(order));
    }
    for (var kind : EngagementKind.values()) {
      engagements.put(
          kind,
          Counter.builder("roost.engagements")
              .description("Engagements accepted")
              .tag("kind", Words.of(kind))
              .register(registry));
    }
  }

  private Map<Quality, Counter> feeds(FeedOrder order) {
    var counters = new EnumMap<Quality, Counter>(Quality.class);
    for (var quality : Quality.values()) {
      counters.put(
          quality,
          Counter.builder("roost.feeds")
              .description("Feeds served")
              .tag("order", Words.of(order))
              .tag("quality", Words.of(quality))
              .register(registry));
    }
    return counters;
  }

  /// Notes that a request arrived.
  Began begin() {
    inFlight.incrementAndGet();
    return new Began(Timer.start(registry));
  }

  /// Notes that a request was answered.
  void end(Began began, String method, String route, int status) {
    inFlight.decrementAndGet();
    began
        .sample()
        .stop(
            Timer.builder("roost.http.requests")
                .description("Requests and the time to answer them")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry));
  }

  /// Notes that a feed was served.
  void served(FeedOrder order, Quality quality) {
    requireNonNull(requireNonNull(feeds.get(order)).get(quality)).increment();
  }

  /// Notes that an engagement was accepted.
  void engaged(EngagementKind kind) {
    requireNonNull(engagements.get(kind)).increment();
  }

  /// Returns all series in the text format of Prometheus, version 0.0.4.
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}

package dev.roost.api.http;

import dev.roost.actors.node.FeedService;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/// The table of all endpoints.
final class Endpoints {

  private Endpoints() {}

  /// Returns everything that the service can be asked.
  static List<Endpoint> of(
      FeedService service, HttpSettings settings, HttpMetrics metrics, SecureRandom random) {
    var readiness = new Readiness(service);
    var sessions = new FeedSessions(settings.cursorLifetime(), settings.maxCursors(), random);
    var seal = new CursorSeal(random);
    var pages = new FeedPages(service, readiness, metrics);
    var feeds =
        new FeedEndpoints(
            settings,
            seal,
            new RankedPages(pages, sessions, seal, settings.maxSessionItems()),
            new NewestPages(pages, seal));
    return Stream.of(
            new UserEndpoints(service).table(),
            new PostEndpoints(service, readiness, random).table(),
            new EngagementEndpoints(service, settings, metrics).table(),
            feeds.table(),
            new ModelEndpoints(service).table(),
            new OperationEndpoints(readiness, metrics).table())
        .flatMap(List::stream)
        .toList();
  }
}

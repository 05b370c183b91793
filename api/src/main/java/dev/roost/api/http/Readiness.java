package dev.roost.api.http;

import dev.roost.actors.node.FeedService;

/// Keeps views from being read before they are caught up with the facts: an answer is right, or it
/// is 503.
final class Readiness {

  private final FeedService service;

  Readiness(FeedService service) {
    this.service = service;
  }

  /// Returns whether views may be read.
  boolean isReady() {
    return service.notReady().isEmpty();
  }

  /// Checks that views may be read.
  ///
  /// @throws Refusal if not
  void require() {
    var reason = service.notReady();
    if (reason.isPresent()) {
      throw Refusal.of(ProblemCode.NOT_READY, reason.get());
    }
  }
}

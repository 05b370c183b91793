package dev.roost.api.http;

import akka.http.javadsl.model.HttpResponse;
import dev.roost.model.domain.Device;
import dev.roost.model.domain.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// Feeds, in the order and from the place asked for.
final class FeedEndpoints {

  private final HttpSettings settings;
  private final CursorSeal seal;
  private final RankedPages ranked;
  private final NewestPages newest;

  FeedEndpoints(HttpSettings settings, CursorSeal seal, RankedPages ranked, NewestPages newest) {
    this.settings = settings;
    this.seal = seal;
    this.ranked = ranked;
    this.newest = newest;
  }

  List<Endpoint> table() {
    return List.of(
        Endpoint.get(
            "/v1/users/{user}/feed",
            Set.of("order", "limit", "cursor", "newer", "device", "explain"),
            this::feed));
  }

  private CompletionStage<HttpResponse> feed(Call call) {
    var reader = call.user("user");
    int limit = call.query("limit").map(this::limit).orElse(settings.defaultLimit());
    return switch (call.query("order").map(FeedEndpoints::order).orElse(FeedOrder.RANK)) {
      case RANK -> ranked(call, reader, limit);
      case NEWEST -> newest(call, reader, limit);
    };
  }

  private CompletionStage<HttpResponse> ranked(Call call, UserId reader, int limit) {
    var device = call.query("device").map(FeedEndpoints::device).orElse(Device.UNKNOWN);
    boolean explain = call.query("explain").map(FeedEndpoints::flag).orElse(false);
    var wish = new RankedPages.Wish(limit, device, explain, call.at());
    if (call.query("newer").isPresent()) {
      throw Refusal.of(
          ProblemCode.MALFORMED_QUERY,
          "'newer' goes with order=newest; of a ranked feed the 'cursor' brings what came since,"
              + " too");
    }
    return cursor(call, "cursor", reader, Cursor.Ranked.class)
        .map(cursor -> ranked.next(cursor, wish))
        .orElseGet(() -> ranked.first(reader, wish));
  }

  private CompletionStage<HttpResponse> newest(Call call, UserId reader, int limit) {
    if (call.query("device").isPresent() || call.query("explain").isPresent()) {
      throw Refusal.of(
          ProblemCode.MALFORMED_QUERY,
          "'device' and 'explain' go with order=rank: no other order is by a model");
    }
    var older = cursor(call, "cursor", reader, Cursor.Older.class);
    var newer = cursor(call, "newer", reader, Cursor.Newer.class);
    if (older.isPresent() && newer.isPresent()) {
      throw Refusal.of(
          ProblemCode.MALFORMED_QUERY,
          "'cursor' leads to older posts and 'newer' to newer ones; pass one of them");
    }
    return older
        .map(cursor -> newest.older(cursor, limit, call.at()))
        .or(() -> newer.map(cursor -> newest.newer(cursor, limit, call.at())))
        .orElseGet(() -> newest.first(reader, limit, call.at()));
  }

  /// Returns the cursor of that name in the query, if there is one.
  ///
  /// @throws Refusal if it is none, another reader's, of an earlier process, or of another kind
  private <C extends Cursor> Optional<C> cursor(
      Call call, String name, UserId reader, Class<C> kind) {
    var text = call.query(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var cursor = seal.open(text.get()).orElseThrow(() -> CursorSeal.expired(reader));
    if (!cursor.reader().equals(reader)) {
      throw CursorSeal.broken();
    }
    if (!kind.isInstance(cursor)) {
      throw CursorSeal.misplaced(cursor);
    }
    return Optional.of(kind.cast(cursor));
  }

  private static FeedOrder order(String word) {
    return constant("order", FeedOrder.class, word);
  }

  private static Device device(String word) {
    return constant("device", Device.class, word);
  }

  private static boolean flag(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Refusal.of(ProblemCode.INVALID_VALUE, "explain must be true or false");
    };
  }

  private static <E extends Enum<E>> E constant(String name, Class<E> type, String word) {
    return Words.parse(type, word)
        .orElseThrow(
            () ->
                Refusal.of(ProblemCode.INVALID_VALUE, name + " must be one of " + Words.all(type)));
  }

  private int limit(String text) {
    if (!text.matches("[0-9]{1,9}") || text.startsWith("0")) {
      throw limitOutOfRange();
    }
    int limit = Integer.parseInt(text);
    if (limit > settings.maxLimit()) {
      throw limitOutOfRange();
    }
    return limit;
  }

  private Refusal limitOutOfRange() {
    return Refusal.of(
        ProblemCode.OUT_OF_RANGE, "limit must be a whole number, 1 to " + settings.maxLimit());
  }
}

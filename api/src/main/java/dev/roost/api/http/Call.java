package dev.roost.api.http;

import akka.http.javadsl.model.HttpRequest;
import dev.roost.actors.user.IdempotencyKey;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request that matched an endpoint, its body read.
final class Call {

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,255}");
  private static final String KEY_HEADER = "Idempotency-Key";

  private final Map<String, String> path;
  private final Map<String, String> query;
  private final byte[] body;
  private final Instant at;
  private final @Nullable String key;

  /// Reads what is common to all endpoints.
  ///
  /// @throws Refusal if the idempotency key is malformed
  Call(
      HttpRequest request,
      Map<String, String> path,
      Map<String, String> query,
      byte[] body,
      Instant at) {
    this.path = path;
    this.query = query;
    this.body = body;
    this.at = at;
    key = request.getHeader(KEY_HEADER).map(header -> header.value()).orElse(null);
    if (key != null && !VISIBLE.matcher(key).matches()) {
      throw Refusal.of(
          ProblemCode.INVALID_IDEMPOTENCY_KEY,
          "the Idempotency-Key must be 1 to 255 visible ASCII characters, such as a UUID");
    }
  }

  /// Returns when the request arrived.
  Instant at() {
    return at;
  }

  /// Returns the user whom that part of the path names.
  UserId user(String part) {
    return Fields.user(part(part), null);
  }

  /// Returns the post that that part of the path names.
  ItemId item(String part) {
    return Fields.item(part(part), null);
  }

  /// Returns that part of the path.
  String text(String part) {
    return part(part);
  }

  /// Returns the value of that name in the query of the address.
  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /// Returns the record that the body holds.
  <T> T body(Class<T> type) {
    return StrictJson.read(body, type);
  }

  /// Returns the idempotency key as the client sent it.
  Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /// Returns the idempotency key as it is stored.
  IdempotencyKey keyHash() {
    if (key == null) {
      return IdempotencyKey.NONE;
    }
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var digest = ByteBuffer.wrap(sha.digest(key.getBytes(StandardCharsets.US_ASCII)));
      return new IdempotencyKey(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String part(String name) {
    var value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("the path of this endpoint has no part " + name);
    }
    return value;
  }
}

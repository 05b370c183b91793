package dev.roost.api.http;

import java.util.Locale;

/// What can be wrong with a request. The codes are a public contract: they are added to, never
/// renamed.
enum ProblemCode {
  MALFORMED_REQUEST(400, "The request is not valid HTTP", false),
  MALFORMED_JSON(400, "The body is not valid JSON", false),
  MALFORMED_QUERY(400, "The query of the address is not valid", false),
  INVALID_CURSOR(400, "The cursor is not one of this feed", false),
  INVALID_IDEMPOTENCY_KEY(400, "The Idempotency-Key is not valid", false),
  UNKNOWN_PATH(404, "There is nothing at this path", false),
  UNKNOWN_USER(404, "There is no such account", false),
  UNKNOWN_POST(404, "There is no such post", false),
  UNKNOWN_MODEL(404, "There is no such model", false),
  METHOD_NOT_ALLOWED(405, "The path does not know this method", false),
  BODY_TOO_SLOW(408, "The body took too long to arrive", true),
  ID_TAKEN(409, "The identifier belongs to another name", false),
  CURSOR_EXPIRED(410, "The cursor has expired", false),
  POST_DELETED(410, "The post was deleted", false),
  BODY_TOO_LARGE(413, "The body is too large", false),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON", false),
  UNSUPPORTED_ENCODING(415, "The body must not be compressed", false),
  UNKNOWN_FIELD(422, "The body has an unknown field", false),
  MISSING_FIELD(422, "A required field is missing", false),
  WRONG_TYPE(422, "A field has the wrong type", false),
  OUT_OF_RANGE(422, "A value is out of its range", false),
  INVALID_VALUE(422, "A value is not one of those allowed", false),
  INVALID_ID(422, "An identifier is not valid", false),
  REFUSED(422, "The request can never succeed as it is", false),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request", false),
  TOO_BUSY(429, "Too many posts wait to be delivered", true),
  INTERNAL(500, "Something went wrong inside the service", false),
  NOT_READY(503, "The service is not ready yet", true),
  FEED_UNAVAILABLE(503, "No feed can be built now", true),
  TIMEOUT(503, "The answer was not known in time", true);

  private final int status;
  private final String title;
  private final boolean retryable;

  ProblemCode(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /// Returns whether the same request may succeed later.
  boolean retryable() {
    return retryable;
  }

  /// Returns the code as it stands in documents, such as `unknown-path`.
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

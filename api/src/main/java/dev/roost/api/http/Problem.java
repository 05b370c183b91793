package dev.roost.api.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request failed, as a problem document.
///
/// Source: Nottingham, Wilde and Dalal, [Problem Details for HTTP
/// APIs](https://www.rfc-editor.org/rfc/rfc9457), RFC 9457, 2023, with the members `code`,
/// `retryable`, `outcome` and `pointer` added.
///
/// @param detail what is wrong here, and what to do
/// @param pointer JSON pointer (RFC 6901) to the part of the body that is wrong, null if none is
/// @param outcome what became of the request
/// @param headers sent with the document
record Problem(
    ProblemCode code,
    int status,
    String detail,
    @Nullable String pointer,
    Outcome outcome,
    List<HttpHeader> headers) {

  /// What became of a request that failed.
  enum Outcome {
    /// It changed nothing.
    REJECTED,
    /// It may have taken effect; a retry with the same `Idempotency-Key` is safe.
    UNKNOWN
  }

  private static final ContentType TYPE = ContentTypes.parse("application/problem+json");

  /// Seconds that a client should wait before it tries again.
  private static final String RETRY_AFTER = "1";

  Problem {
    headers = List.copyOf(headers);
  }

  /// Returns a problem of a request that changed nothing.
  static Problem of(ProblemCode code, String detail) {
    return new Problem(code, code.status(), detail, null, Outcome.REJECTED, List.of());
  }

  /// Returns a problem of the part of the body that `pointer` shows.
  static Problem at(ProblemCode code, String pointer, String detail) {
    return new Problem(code, code.status(), detail, pointer, Outcome.REJECTED, List.of());
  }

  /// Returns this problem with another outcome.
  Problem with(Outcome other) {
    return new Problem(code, status, detail, pointer, other, headers);
  }

  /// Returns this problem with another status.
  Problem with(int otherStatus) {
    return new Problem(code, otherStatus, detail, pointer, outcome, headers);
  }

  /// Returns this problem with a header more.
  Problem with(HttpHeader header) {
    var more = new ArrayList<>(headers);
    more.add(header);
    return new Problem(code, status, detail, pointer, outcome, more);
  }

  /// Returns the answer to the client.
  HttpResponse response() {
    var document =
        new Document(
            "urn:roost:problem:" + code.text(),
            code.title(),
            status,
            detail,
            code.text(),
            code.retryable(),
            Words.of(outcome),
            pointer);
    var response = Answers.of(status, TYPE, document).addHeaders(headers);
    return code.retryable()
        ? response.addHeader(HttpHeader.parse("Retry-After", RETRY_AFTER))
        : response;
  }

  /// The document that a client sees.
  record Document(
      String type,
      String title,
      int status,
      String detail,
      String code,
      boolean retryable,
      String outcome,
      @Nullable String pointer) {}
}

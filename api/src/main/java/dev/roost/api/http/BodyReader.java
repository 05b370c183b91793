package dev.roost.api.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.MediaTypes;
import akka.http.scaladsl.model.EntityStreamSizeException;
import akka.util.ByteString;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/// Reads bodies whole, within bounds of size and time.
///
/// A body somewhat too large is read to its end and forgotten before it is refused: a client that
/// is still sending when its connection closes loses the answer that tells it why.
final class BodyReader {

  private static final byte[] EMPTY = {};

  /// How many times the largest body is read before the connection is closed instead.
  private static final int PATIENCE = 16;

  private final ActorSystem<?> system;
  private final HttpSettings settings;

  BodyReader(ActorSystem<?> system, HttpSettings settings) {
    this.system = system;
    this.settings = settings;
  }

  /// Returns the body of a request, empty where the endpoint takes none.
  ///
  /// @throws Refusal if the headers tell already that the body is not acceptable
  CompletionStage<byte[]> read(HttpRequest request, Endpoint endpoint) {
    if (!endpoint.takesBody()) {
      discard(request);
      return CompletableFuture.completedFuture(EMPTY);
    }
    requireJson(request);
    if (request.entity().getContentLengthOption().orElse(0) > mostRead()) {
      throw new Refusal(tooLarge().with(Router.close()));
    }
    return request
        .entity()
        .withSizeLimit(mostRead())
        .getDataBytes()
        .completionTimeout(settings.bodyTimeout())
        .runFold(new Taken(ByteString.emptyByteString(), 0), this::take, system)
        .handle(this::bytes);
  }

  /// Reads what the client still sends and forgets it.
  void discard(HttpRequest request) {
    if (!request.entity().isStrict()) {
      request.entity().withSizeLimit(mostRead()).discardBytes(system);
    }
  }

  private long mostRead() {
    return (long) PATIENCE * settings.maxBodyBytes();
  }

  /// What has arrived of a body; nothing of it is held once it is too large.
  private record Taken(ByteString bytes, long length) {}

  private Taken take(Taken before, ByteString more) {
    long length = before.length() + more.length();
    return new Taken(
        length > settings.maxBodyBytes()
            ? ByteString.emptyByteString()
            : before.bytes().concat(more),
        length);
  }

  private byte[] bytes(Taken body, Throwable failure) {
    if (failure == null) {
      if (body.length() > settings.maxBodyBytes()) {
        throw new Refusal(tooLarge());
      }
      return body.bytes().toArray();
    }
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    throw switch (cause) {
      case EntityStreamSizeException _ -> new Refusal(tooLarge().with(Router.close()));
      case TimeoutException _ ->
          new Refusal(
              Problem.of(
                      ProblemCode.BODY_TOO_SLOW,
                      "the body must arrive within " + settings.bodyTimeout().toMillis() + " ms")
                  .with(Router.close()));
      default -> Refusal.of(ProblemCode.MALFORMED_REQUEST, "the body did not arrive whole");
    };
  }

  private Problem tooLarge() {
    return Problem.of(
        ProblemCode.BODY_TOO_LARGE,
        "a body may have " + settings.maxBodyBytes() + " bytes; send several requests");
  }

  private static void requireJson(HttpRequest request) {
    var encoding = request.getHeader("Content-Encoding");
    if (encoding.isPresent() && !encoding.get().value().equalsIgnoreCase("identity")) {
      throw Refusal.of(
          ProblemCode.UNSUPPORTED_ENCODING, "send the body as it is, without Content-Encoding");
    }
    var type = request.entity().getContentType().mediaType();
    if (!type.mainType().equals(MediaTypes.APPLICATION_JSON.mainType())
        || !type.subType().equals(MediaTypes.APPLICATION_JSON.subType())) {
      throw Refusal.of(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE, "send the header Content-Type: application/json");
    }
  }
}

package dev.roost.api.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpEntity;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.MediaTypes;
import akka.http.scaladsl.model.EntityStreamSizeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/// Reads bodies whole, within bounds of size and time.
final class BodyReader {

  private static final byte[] EMPTY = {};

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
    var entity = request.entity();
    if (entity.getContentLengthOption().orElse(0) > settings.maxBodyBytes()) {
      throw tooLarge();
    }
    return entity
        .toStrict(settings.bodyTimeout().toMillis(), settings.maxBodyBytes(), system)
        .handle(this::bytes);
  }

  /// Reads what the client still sends and forgets it.
  void discard(HttpRequest request) {
    if (!request.entity().isStrict()) {
      request.entity().discardBytes(system);
    }
  }

  private byte[] bytes(HttpEntity.Strict body, Throwable failure) {
    if (failure == null) {
      return body.getData().toArray();
    }
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    throw switch (cause) {
      case EntityStreamSizeException _ -> tooLarge();
      case TimeoutException _ ->
          new Refusal(
              Problem.of(
                      ProblemCode.BODY_TOO_SLOW,
                      "the body must arrive within " + settings.bodyTimeout().toMillis() + " ms")
                  .with(Router.close()));
      default -> Refusal.of(ProblemCode.MALFORMED_REQUEST, "the body did not arrive whole");
    };
  }

  private Refusal tooLarge() {
    return new Refusal(
        Problem.of(
                ProblemCode.BODY_TOO_LARGE,
                "a body may have " + settings.maxBodyBytes() + " bytes; send several requests")
            .with(Router.close()));
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

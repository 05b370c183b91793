package dev.roost.api.http;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpResponse;
import java.util.List;

/// Responses that all say: do not store, do not guess the type.
final class Answers {

  private static final List<HttpHeader> ALWAYS =
      List.of(
          HttpHeader.parse("Cache-Control", "no-store"),
          HttpHeader.parse("X-Content-Type-Options", "nosniff"));

  private Answers() {}

  /// Returns a response with a document.
  static HttpResponse ok(Object document) {
    return of(200, ContentTypes.APPLICATION_JSON, document);
  }

  /// Returns a response with a document, under a path of its own.
  static HttpResponse created(String path, Object document) {
    return of(201, ContentTypes.APPLICATION_JSON, document)
        .addHeader(HttpHeader.parse("Location", path));
  }

  /// Returns a response without a document.
  static HttpResponse done() {
    return HttpResponse.create().withStatus(204).addHeaders(ALWAYS);
  }

  /// Returns a response with text of that type.
  static HttpResponse text(ContentType type, String text) {
    return HttpResponse.create()
        .withEntity(HttpEntities.create(type, akka.util.ByteString.fromString(text)))
        .addHeaders(ALWAYS);
  }

  /// Returns a response with a document of that type.
  static HttpResponse of(int status, ContentType type, Object document) {
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(HttpEntities.create(type, StrictJson.write(document)))
        .addHeaders(ALWAYS);
  }
}

package dev.roost.api.http;

import akka.event.LoggingAdapter;
import akka.http.ParsingErrorHandler;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.ErrorInfo;
import akka.http.scaladsl.model.StatusCode;
import akka.http.scaladsl.settings.ServerSettings;

/// Answers what is not even HTTP; Akka HTTP loads it by name and closes the connection afterwards.
public final class ParsingProblems extends ParsingErrorHandler {

  @Override
  public HttpResponse handle(
      StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
    return Problem.of(ProblemCode.MALFORMED_REQUEST, error.summary())
        .with(status.intValue())
        .response();
  }
}

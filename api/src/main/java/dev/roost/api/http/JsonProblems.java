package dev.roost.api.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what Jackson refuses in the words of the interface, without names of classes.
final class JsonProblems {

  private static final int LONGEST_DETAIL = 200;

  private JsonProblems() {}

  /// Returns the refusal of a body that could not be read.
  static Refusal of(JsonProcessingException failure) {
    var reading = readingFailure(failure);
    if (reading instanceof InputCoercionException) {
      return Refusal.at(
          ProblemCode.OUT_OF_RANGE,
          failure instanceof JsonMappingException e ? pointer(e) : "",
          "the number at " + place(reading.getLocation()) + " is too large");
    }
    if (reading != null) {
      return Refusal.of(
          ProblemCode.MALFORMED_JSON,
          cut(reading.getOriginalMessage()) + ", at " + place(reading.getLocation()));
    }
    return switch (failure) {
      case UnrecognizedPropertyException e ->
          Refusal.at(
              ProblemCode.UNKNOWN_FIELD,
              pointer(e),
              "unknown field '" + cut(e.getPropertyName()) + "'; known are " + known(e));
      case MismatchedInputException e ->
          Refusal.at(
              ProblemCode.WRONG_TYPE,
              pointer(e),
              "the value at " + place(e.getLocation()) + " must be " + wanted(e.getTargetType()));
      default -> Refusal.of(ProblemCode.MALFORMED_JSON, "the body cannot be read");
    };
  }

  /// Returns a place in a body as a person counts it.
  static String place(@Nullable JsonLocation at) {
    return at == null ? "the end" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static @Nullable JsonProcessingException readingFailure(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamReadException || cause instanceof StreamConstraintsException) {
        return (JsonProcessingException) cause;
      }
    }
    return null;
  }

  private static String pointer(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step ->
                "/"
                    + (step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : cut(step.getFieldName()).replace("~", "~0").replace("/", "~1")))
        .collect(Collectors.joining());
  }

  private static String known(UnrecognizedPropertyException failure) {
    Collection<Object> known = failure.getKnownPropertyIds();
    return known == null
        ? "none"
        : known.stream().map(Objects::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == String.class) {
      return "a string";
    }
    if (type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    return type != null && Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  private static String cut(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "...";
  }
}

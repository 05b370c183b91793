package dev.roost.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads bodies into records, and writes documents.
///
/// Reading takes nothing for granted: UTF-8 only, no unknown or duplicate fields, nothing after the
/// value, no value of one type taken for another, and bounds on depth and on the length of numbers
/// and names.
final class StrictJson {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 32; // digits; every number of a body fits a long
  private static final int MAX_NAME = 256;

  private static final List<CoercionInputShape> NEVER_TEXT =
      List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);
  private static final List<CoercionInputShape> NEVER_COERCED =
      List.of(
          CoercionInputShape.String,
          CoercionInputShape.EmptyString,
          CoercionInputShape.EmptyArray,
          CoercionInputShape.EmptyObject);

  private static final JsonMapper MAPPER = mapper();

  private StrictJson() {}

  private static JsonMapper mapper() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfigDefaults(
            config ->
                NEVER_COERCED.forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)))
        .withCoercionConfig(
            LogicalType.Textual,
            config -> {
              config.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
              config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
              NEVER_TEXT.forEach(shape -> config.setCoercion(shape, CoercionAction.Fail));
            })
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .build();
  }

  /// Returns the record that a body holds.
  ///
  /// @throws Refusal if it is not exactly one value of that shape; the problem names the place
  static <T> T read(byte[] body, Class<T> type) {
    var text = text(body);
    if (text.isBlank()) {
      throw Refusal.of(ProblemCode.MALFORMED_JSON, "the body is empty; send a JSON object");
    }
    try (var parser = MAPPER.createParser(text)) {
      var value = MAPPER.readValue(parser, type);
      if (parser.nextToken() != null) {
        throw Refusal.of(
            ProblemCode.MALFORMED_JSON,
            "there is more after the value, at " + JsonProblems.place(parser.currentLocation()));
      }
      if (value == null) {
        throw Refusal.at(ProblemCode.WRONG_TYPE, "", "the body must be an object, not null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("reading a string cannot fail", e);
    }
  }

  /// Returns a document as UTF-8.
  static byte[] write(Object document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + document, e);
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(ProblemCode.MALFORMED_JSON, "the body is not valid UTF-8");
    }
  }
}

package dev.roost.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// JSON as Roost writes it: keys in the order of the records, instants and durations in ISO 8601,
/// constants in lower case, and null where a number could not be measured, since JSON has no NaN.
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .addModule(
              new SimpleModule("roost")
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(Duration.class, ToStringSerializer.instance)
                  .addSerializer(Double.class, new Numbers())
                  .addSerializer(double.class, new Numbers())
                  .addSerializer(Enum.class, new Constants()))
          .build();

  private static final ObjectWriter PRETTY =
      MAPPER.writer(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
              .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  /// Returns `value` as indented JSON without a newline at its end.
  public static String pretty(Object value) {
    return write(PRETTY, value);
  }

  /// Returns `value` as JSON on one line.
  public static String compact(Object value) {
    return write(MAPPER.writer(), value);
  }

  /// Returns `value` as a tree that can be added to.
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /// Returns an empty document.
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }

  private static final class Numbers extends JsonSerializer<Double> {

    @Override
    public void serialize(Double value, JsonGenerator to, SerializerProvider context)
        throws IOException {
      if (Double.isFinite(value)) {
        to.writeNumber(value);
      } else {
        to.writeNull();
      }
    }
  }

  @SuppressWarnings("rawtypes") // Jackson registers the serializer of all enums by the raw class
  private static final class Constants extends JsonSerializer<Enum> {

    @Override
    public void serialize(Enum value, JsonGenerator to, SerializerProvider context)
        throws IOException {
      to.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}

package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// The description of the interface, read to be held against what the service does.
///
/// Of JSON Schema only what the description uses is checked: types, required and known properties,
/// enumerations and patterns.
final class OpenApi {

  private static final Set<String> NOT_METHODS = Set.of("parameters");

  private final JsonNode root;

  private OpenApi(JsonNode root) {
    this.root = root;
  }

  static OpenApi load() {
    try (var resource = HttpServer.class.getResourceAsStream("openapi.yaml")) {
      return new OpenApi(new YAMLMapper().readTree(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /// Returns every operation as its method and path.
  Set<String> operations() {
    var operations = new TreeSet<String>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> {
                          if (!NOT_METHODS.contains(name)) {
                            operations.add(
                                name.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  /// Returns the names in the query of an operation.
  Set<String> query(String method, String path) {
    var names = new TreeSet<String>();
    operation(method, path)
        .path("parameters")
        .forEach(
            each -> {
              if (resolve(each).path("in").asText().equals("query")) {
                names.add(resolve(each).path("name").asText());
              }
            });
    return names;
  }

  /// Returns the words of a schema's enumeration.
  Set<String> words(JsonNode schema) {
    var words = new TreeSet<String>();
    resolve(schema).path("enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  /// Checks that an answer is one that is described.
  void check(String method, String path, TestServer.Answer answer) {
    var problem = root.at("/components/responses/Problem/content/application~1problem+json/schema");
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      conforms(problem, answer.json(), "problem");
    }
    var bare = path.replaceFirst("\\?.*", "");
    root.path("paths")
        .properties()
        .forEach(
            each -> {
              var operation = each.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
              if (matches(each.getKey(), bare) && operation.isObject() && answer.status() < 400) {
                checkSuccess(operation, answer);
              }
            });
  }

  private void checkSuccess(JsonNode operation, TestServer.Answer answer) {
    var described = operation.path("responses").path(Integer.toString(answer.status()));
    assertThat(described.isObject()).as("status %d is described", answer.status()).isTrue();
    var schema = resolve(described).path("content").path("application/json").path("schema");
    if (schema.isMissingNode()) {
      assertThat(answer.json().isNull()).isTrue();
    } else {
      conforms(schema, answer.json(), "answer");
    }
  }

  private void conforms(JsonNode schemaOrRef, JsonNode value, String at) {
    var schema = resolve(schemaOrRef);
    assertThat(isOfType(schema.path("type").asText(), value))
        .as("%s is a %s: %s", at, schema.path("type").asText(), value)
        .isTrue();
    schema.path("required").forEach(name -> assertThat(value.has(name.asText())).as(at).isTrue());
    if (schema.has("enum")) {
      assertThat(words(schema)).as(at).contains(value.asText());
    }
    if (schema.has("pattern")) {
      assertThat(value.asText()).as(at).matches(schema.path("pattern").asText());
    }
    value
        .properties()
        .forEach(
            each -> {
              var known = schema.path("properties").path(each.getKey());
              var other = schema.path("additionalProperties");
              assertThat(known.isObject() || other.isObject())
                  .as("%s has a described %s", at, each.getKey())
                  .isTrue();
              conforms(known.isObject() ? known : other, each.getValue(), at + "." + each.getKey());
            });
    if (value.isArray()) {
      value.forEach(each -> conforms(schema.path("items"), each, at + "[]"));
    }
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> false;
    };
  }

  private JsonNode operation(String method, String path) {
    return root.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
  }

  private JsonNode resolve(JsonNode node) {
    if (!node.has("$ref")) {
      return node;
    }
    var target = root.at(node.path("$ref").asText().substring(1));
    assertThat(target.isMissingNode()).as("%s leads somewhere", node).isFalse();
    return target;
  }

  private static boolean matches(String template, String path) {
    var pattern =
        StreamSupport.stream(Pattern.compile("/").splitAsStream(template).spliterator(), false)
            .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
            .reduce((a, b) -> a + "/" + b)
            .orElse("");
    return path.matches(pattern);
  }
}

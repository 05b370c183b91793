package dev.roost.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// Turns each estimate of a document, such as `"harm": {"value": 1, "low": 0, "high": 2}`, into a
/// plain number and, where there is one, an interval: `"harm": 1, "harmInterval": [0, 2]`.
final class Estimates {

  private static final Set<String> KEYS = Set.of("value", "low", "high");

  private Estimates() {}

  static void flatten(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var name : List.copyOf(object.properties())) {
        flatten(name.getValue());
      }
      inOrder(object);
    } else {
      node.forEach(Estimates::flatten);
    }
  }

  private static void inOrder(ObjectNode object) {
    var properties = List.copyOf(object.properties());
    if (properties.stream().noneMatch(property -> isEstimate(property.getValue()))) {
      return;
    }
    var copy = object.deepCopy();
    object.removeAll();
    for (var property : copy.properties()) {
      put(object, property.getKey(), property.getValue());
    }
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    if (!isEstimate(value)) {
      object.set(name, value);
      return;
    }
    object.set(name, value.get("value"));
    if (value.get("low").isNumber()) {
      object.putArray(name + "Interval").add(value.get("low")).add(value.get("high"));
    }
  }

  private static boolean isEstimate(JsonNode node) {
    return node.isObject() && node.size() == KEYS.size() && KEYS.stream().allMatch(node::has);
  }
}

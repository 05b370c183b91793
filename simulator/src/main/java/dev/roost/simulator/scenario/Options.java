package dev.roost.simulator.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What a scenario chose of the options of a drift's kind, all of them filled in.
public record Options(Map<String, Object> values) {

  public Options {
    values = Map.copyOf(values);
  }

  /// Returns the choices of a kind that a scenario leaves as they are.
  public static Options usual(DriftKind kind) {
    var values = new TreeMap<String, Object>();
    kind.options().forEach(option -> values.put(option.name(), option.usual()));
    return new Options(values);
  }

  /// Returns these choices with another value for one of them.
  ///
  /// @throws IllegalArgumentException if the kind has no such option
  public Options with(String name, Object value) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException("no option " + name + " among " + values.keySet());
    }
    var changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Options(changed);
  }

  /// Returns a number.
  public double number(String name) {
    return (Double) chosen(name);
  }

  /// Returns a word or name.
  public String word(String name) {
    return (String) chosen(name);
  }

  /// Returns a span of time.
  public Duration span(String name) {
    return (Duration) chosen(name);
  }

  private Object chosen(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no option " + name + " among " + values.keySet());
    }
    return value;
  }
}

package dev.roost.simulator.scenario;

import com.typesafe.config.Config;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads records of numbers from HOCON: each component from the key of its name in kebab case.
final class RecordReader {

  private RecordReader() {}

  /// Returns the record that a section holds.
  ///
  /// @throws ScenarioException if it has a key that is no component, or a value that the record
  ///     refuses; the message says where
  static <R extends Record> R read(Class<R> type, Config section) {
    var components = type.getRecordComponents();
    Refusals.unlessKnown(section, keys(components));
    var values = Arrays.stream(components).map(each -> value(each, section)).toArray();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw Refusals.at(section.origin(), refused.getMessage());
      }
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a public record: " + type, e);
    }
  }

  private static Object value(RecordComponent component, Config section) {
    var key = key(component);
    if (component.getType() == int.class) {
      return section.getInt(key);
    }
    if (component.getType() == double.class) {
      return section.getDouble(key);
    }
    throw new IllegalStateException("no way to read a " + component.getType() + ": " + key);
  }

  private static Set<String> keys(RecordComponent[] components) {
    return Arrays.stream(components)
        .map(RecordReader::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}

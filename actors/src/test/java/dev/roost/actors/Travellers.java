package dev.roost.actors;

import static java.util.stream.Collectors.toCollection;

import akka.actor.typed.ActorRef;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.item.ItemCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Every type of this module that may leave the JVM, and an instance of each.
final class Travellers {

  private Travellers() {}

  /// Returns the concrete classes that implement [CborSerializable], found in the folder of
  /// compiled classes, so that none can be forgotten.
  static List<Class<?>> types() {
    try {
      var root =
          Path.of(
              CborSerializable.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (var files = Files.walk(root)) {
        return new ArrayList<>(
            files
                .filter(file -> file.toString().endsWith(".class"))
                .filter(file -> !file.endsWith("package-info.class"))
                .<Class<?>>map(file -> load(root.relativize(file)))
                .filter(CborSerializable.class::isAssignableFrom)
                .filter(type -> !type.isInterface())
                .collect(toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName)))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(Path file) {
    var name = file.toString().replace(".class", "").replace('/', '.').replace('\\', '.');
    try {
      return Class.forName(name, false, Travellers.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Returns an instance of a record whose every component has a value of its own.
  static Object instance(Class<?> type, ActorRef<?> anyone) {
    var components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components).map(c -> value(c.getGenericType(), anyone)).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no instance of " + type, e);
    }
  }

  private static Object value(Type type, ActorRef<?> anyone) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == ActorRef.class
          ? anyone
          : List.of(value(generic.getActualTypeArguments()[0], anyone));
    }
    var plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
    }
    if (plain == Profile.class) {
      return new Profile(AgeBand.FROM_55, "PL", "pl");
    }
    if (plain == Engagement.class) {
      return Engagement.of(new ItemId(-3), EngagementKind.SHARE, 4);
    }
    if (plain == ItemCounts.class) {
      return ItemCounts.of(8, 7, 6, 5, 4, 3, 2, 1);
    }
    return plain.isRecord() ? instance(plain, anyone) : simple(plain);
  }

  private static Object simple(Class<?> type) {
    return switch (type.getName()) {
      case "int" -> 3;
      case "long" -> Long.MIN_VALUE + 3;
      case "float" -> 0.1f;
      case "double" -> 0.1;
      case "boolean" -> true;
      case "java.lang.String" -> "żółw 🐢";
      case "java.time.Instant" -> Instant.parse("2026-03-29T01:00:00.123456789Z");
      default -> throw new IllegalStateException("no value of " + type + "; add one");
    };
  }
}

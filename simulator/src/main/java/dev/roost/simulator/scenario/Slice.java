package dev.roost.simulator.scenario;

import dev.roost.model.domain.AgeBand;
import dev.roost.simulator.world.Country;
import dev.roost.simulator.world.Device;
import dev.roost.simulator.world.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A part of the people, by one property of theirs; named as monitors name it.
///
/// @param value of the property; empty for everybody
public record Slice(Dimension dimension, String value) {

  /// Everybody.
  public static final Slice ALL = new Slice(Dimension.ALL, "");

  /// A property of people.
  public enum Dimension {
    ALL,
    COUNTRY,
    AGE,
    LANGUAGE,
    DEVICE;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private List<String> known() {
      return switch (this) {
        case ALL -> List.of("");
        case COUNTRY -> Arrays.stream(Country.values()).map(Country::name).toList();
        case AGE -> Arrays.stream(AgeBand.values()).map(AgeBand::name).map(Slice::kebab).toList();
        case LANGUAGE -> Arrays.stream(Language.values()).map(Language::code).toList();
        case DEVICE -> Arrays.stream(Device.values()).map(Device::name).map(Slice::kebab).toList();
      };
    }
  }

  public Slice {
    if (!dimension.known().contains(value)) {
      throw new IllegalArgumentException(
          "no %s '%s' in the world, so the slice matches nobody; choose one of %s"
              .formatted(dimension.word(), value, String.join(", ", dimension.known())));
    }
  }

  /// Returns the slice of a name such as `country=BR`, `age=from-18-to-24` or `all`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Slice parse(String name) {
    if (name.equals(Dimension.ALL.word())) {
      return ALL;
    }
    int split = name.indexOf('=');
    for (var dimension : Dimension.values()) {
      if (split > 0 && dimension.word().equals(name.substring(0, split))) {
        return new Slice(dimension, name.substring(split + 1));
      }
    }
    throw new IllegalArgumentException(
        "a slice is all, country=BR, age=from-18-to-24, language=pt or device=android: " + name);
  }

  /// Returns the name in scenarios and reports.
  public String label() {
    return dimension == Dimension.ALL ? dimension.word() : dimension.word() + "=" + value;
  }

  /// Returns whether somebody may belong to both.
  public boolean meets(Slice other) {
    return dimension != other.dimension || value.equals(other.value);
  }

  /// Returns a constant's name as slices call it.
  public static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

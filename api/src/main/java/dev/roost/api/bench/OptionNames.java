package dev.roost.api.bench;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Names of constants as options and rows have them, in kebab case.
public final class OptionNames {

  private OptionNames() {}

  /// Returns the name of a constant.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the constants of a comma list of names, or all.
  ///
  /// @param kind what a constant is called
  /// @throws IllegalArgumentException if a name is not that of a constant; the message lists them
  public static <E extends Enum<E>> Set<E> parse(Class<E> type, String kind, String list) {
    if (list.equals("all")) {
      return EnumSet.allOf(type);
    }
    var parsed = EnumSet.noneOf(type);
    for (var name : list.split(",", -1)) {
      parsed.add(named(type, kind, name.strip()));
    }
    return parsed;
  }

  private static <E extends Enum<E>> E named(Class<E> type, String kind, String name) {
    var constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> of(constant).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no %s '%s'; there are: all, or some of %s"
                        .formatted(
                            kind,
                            name,
                            Arrays.stream(constants).map(OptionNames::of).collect(joining(",")))));
  }
}

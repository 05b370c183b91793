package dev.roost.model.drift;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;

/// A part of what is served, by one property.
///
/// @param value of that property, an enum's by its name; empty for [Dimension#ALL]
record Slice(Dimension dimension, String value) implements Comparable<Slice> {

  /// Properties, the coarser name first: where two slices explain a change nearly as well, the
  /// first is named.
  enum Dimension {
    ALL,
    COUNTRY,
    AGE,
    LANGUAGE,
    SOURCE
  }

  static final Slice WHOLE = new Slice(Dimension.ALL, "");

  private static final Comparator<Slice> ORDER =
      Comparator.comparing(Slice::dimension).thenComparing(Slice::value);

  Slice {
    requireNonNull(dimension);
    requireNonNull(value);
  }

  @Override
  public int compareTo(Slice other) {
    return ORDER.compare(this, other);
  }

  /// Returns whether all of the slice depends on the same few items: what is offered on a day moves
  /// it as a whole, whoever reads it.
  boolean sharesContent() {
    return dimension == Dimension.ALL || dimension == Dimension.SOURCE;
  }

  /// Returns the name in reports, such as `country=BR`, `source=followed-push` or `all`.
  String label() {
    var name = dimension.name().toLowerCase(Locale.ROOT);
    return switch (dimension) {
      case ALL -> name;
      case COUNTRY, LANGUAGE -> name + "=" + value;
      case AGE, SOURCE -> name + "=" + value.toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}

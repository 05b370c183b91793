package dev.roost.model.fault;

import dev.roost.model.domain.UserId;
import dev.roost.model.feature.Feature;
import dev.roost.model.feature.FeatureOverlay;
import dev.roost.model.feed.Source;
import dev.roost.model.item.ItemTable;
import dev.roost.model.learn.Example;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The faults at work between two moments at which they may change, with what they remember since
/// they began. What is asked costs next to nothing while there are none.
public final class Faults {

  private static final Faults NONE = new Faults(List.of(), new EnumMap<>(Feature.class), -1);

  private final List<Fault> all;
  private final List<Fault.OfRows> ofRows;
  private final Map<Feature, FirstValues> firstValues;
  private final long indexEnd;

  private Faults(List<Fault> all, Map<Feature, FirstValues> firstValues, long indexEnd) {
    this.all = List.copyOf(all);
    ofRows =
        all.stream().filter(Fault.OfRows.class::isInstance).map(Fault.OfRows.class::cast).toList();
    this.firstValues = firstValues;
    this.indexEnd = indexEnd;
  }

  /// Returns that all is well.
  static Faults none() {
    return NONE;
  }

  /// Returns the faults at work from now on; one that was at work before goes on remembering.
  Faults then(List<Fault> next, ItemTable table) {
    var first = new EnumMap<Feature, FirstValues>(Feature.class);
    long end = -1;
    for (var fault : next) {
      switch (fault) {
        case Fault.Stale(var feature, _) -> {
          var before = firstValues.get(feature);
          first.put(feature, before == null ? new FirstValues(isOfRequest(feature)) : before);
        }
        case Fault.IndexStale _ ->
            end = indexEnd >= 0 ? indexEnd : Integer.toUnsignedLong(table.published());
        case Fault.Written _,
            Fault.Scaled _,
            Fault.Swapped _,
            Fault.ModelsFrozen _,
            Fault.PreviousModel _,
            Fault.PreviousTastes _,
            Fault.SourceStarved _,
            Fault.LoggedOtherwise _,
            Fault.LeakyBackfill _ -> {}
      }
    }
    first.values().forEach(values -> values.dropGone(table));
    return next.isEmpty() ? NONE : new Faults(next, first, end);
  }

  /// Returns whether a feature is the same for all items of a request.
  private static boolean isOfRequest(Feature feature) {
    return feature.compareTo(Feature.LAST_AGE) <= 0 || feature.compareTo(Feature.DEPTH) >= 0;
  }

  /// Returns whether no model is trained or decided upon.
  public boolean freezeModels() {
    return all.stream().anyMatch(Fault.ModelsFrozen.class::isInstance);
  }

  /// Returns whether the champion's predecessor ranks for a reader.
  public boolean havePreviousModel(UserId reader) {
    return touch(reader, fault -> fault instanceof Fault.PreviousModel);
  }

  /// Returns whether a reader's taste is made by the embedding before.
  public boolean havePreviousTastes(UserId reader) {
    return touch(reader, fault -> fault instanceof Fault.PreviousTastes);
  }

  /// Returns the sources that find nothing for a reader.
  public Set<Source> starved(UserId reader) {
    if (all.isEmpty()) {
      return Set.of();
    }
    var starved = EnumSet.noneOf(Source.class);
    for (var fault : all) {
      if (fault instanceof Fault.SourceStarved(var source, var readers) && readers.holds(reader)) {
        starved.add(source);
      }
    }
    return starved;
  }

  /// Returns the row after the newest that a reader's index knows, as an unsigned 32-bit number; -1
  /// if it knows all.
  public long indexEnd(UserId reader) {
    return touch(reader, fault -> fault instanceof Fault.IndexStale) ? indexEnd : -1;
  }

  private boolean touch(UserId reader, Predicate<Fault> wanted) {
    return all.stream()
        .anyMatch(
            fault -> wanted.test(fault) && readers(fault).filter(r -> r.holds(reader)).isPresent());
  }

  private static Optional<Touched> readers(Fault fault) {
    return switch (fault) {
      case Fault.OfRows rows -> Optional.of(rows.readers());
      case Fault.PreviousModel(var readers) -> Optional.of(readers);
      case Fault.PreviousTastes(var readers) -> Optional.of(readers);
      case Fault.SourceStarved(_, var readers) -> Optional.of(readers);
      case Fault.IndexStale(var readers) -> Optional.of(readers);
      case Fault.LoggedOtherwise(_, _, _, var readers) -> Optional.of(readers);
      case Fault.LeakyBackfill(_, var readers) -> Optional.of(readers);
      case Fault.ModelsFrozen _ -> Optional.empty();
    };
  }

  /// Returns what breaks the rows of a reader's request, null if nothing does.
  FeatureOverlay.@Nullable Rows rows(UserId reader, ItemTable table) {
    if (ofRows.isEmpty()) {
      return null;
    }
    var own = ofRows.stream().filter(fault -> fault.readers().holds(reader)).toList();
    return own.isEmpty() ? null : new BrokenRows(own, firstValues, reader.value(), table);
  }

  /// Returns examples as they are written to where training and monitors find them.
  public List<Example> logged(List<Example> examples) {
    return all.isEmpty() ? examples : examples.stream().map(this::logged).toList();
  }

  private Example logged(Example example) {
    var reader = example.served().reader();
    var logged = example;
    for (var fault : all) {
      if (fault instanceof Fault.LoggedOtherwise skew && skew.readers().holds(reader)) {
        logged = skewed(skew, logged);
      } else if (fault instanceof Fault.LeakyBackfill(var feature, var readers)
          && readers.holds(reader)) {
        logged = logged.with(feature.ordinal(), Backfill.after(feature, logged));
      }
    }
    return logged;
  }

  private static Example skewed(Fault.LoggedOtherwise skew, Example example) {
    int column = skew.feature().ordinal();
    float value = example.feature(column);
    return value == skew.feature().missing()
        ? example
        : example.with(column, skew.factor() * value + skew.offset());
  }
}

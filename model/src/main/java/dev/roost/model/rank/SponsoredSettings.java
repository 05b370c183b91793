package dev.roost.model.rank;

import dev.roost.model.domain.ItemId;
import java.util.List;

/// Which places of a feed sponsored items may take.
///
/// @param most in one feed; 0 for none at all
/// @param first place that may be sponsored, counted from 1
/// @param spacing least number of other items between two sponsored ones; at least 1
/// @param items that are offered to everybody, the first offer first, as long as nothing else
///     offers any
public record SponsoredSettings(int most, int first, int spacing, List<ItemId> items) {

  public SponsoredSettings {
    items = List.copyOf(items);
    if (most < 0) {
      throw new IllegalArgumentException("sponsored.most must be at least 0: " + most);
    }
    if (first < 1) {
      throw new IllegalArgumentException("sponsored.first must be at least 1: " + first);
    }
    if (spacing < 1) {
      throw new IllegalArgumentException("sponsored.spacing must be at least 1: " + spacing);
    }
  }

  /// Returns settings by which nothing is sponsored.
  public static SponsoredSettings none() {
    return new SponsoredSettings(0, 3, 8, List.of());
  }

  /// Returns whether anything may be sponsored.
  boolean areOn() {
    return most > 0;
  }

  /// Returns the place of a slot.
  ///
  /// @param slot counted from 0
  /// @return the place counted from 0, at most [Integer#MAX_VALUE]
  int place(int slot) {
    return (int) Math.min(Integer.MAX_VALUE, first - 1 + slot * (1L + spacing));
  }
}

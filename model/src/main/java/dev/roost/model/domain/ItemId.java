package dev.roost.model.domain;

/// A post or repost, as 64 bits; the text form is `p` and 13 digits of [Ids].
public record ItemId(long value) implements Comparable<ItemId> {

  @Override
  public int compareTo(ItemId other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return "p" + Ids.text(value);
  }
}

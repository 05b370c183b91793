package dev.roost.model.domain;

/// A reader or author, as 64 bits; the text form is `u` and 13 digits of [Ids].
public record UserId(long value) implements Comparable<UserId> {

  @Override
  public int compareTo(UserId other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return "u" + Ids.text(value);
  }
}

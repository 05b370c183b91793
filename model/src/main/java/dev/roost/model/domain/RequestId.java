package dev.roost.model.domain;

/// One served feed, cited by the impressions and engagements that follow from it; the text form is
/// `r` and 13 digits of [Ids].
public record RequestId(long value) implements Comparable<RequestId> {

  @Override
  public int compareTo(RequestId other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return "r" + Ids.text(value);
  }
}

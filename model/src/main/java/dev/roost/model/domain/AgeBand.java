package dev.roost.model.domain;

/// Age of a reader in bands of years, as far as the reader told it.
public enum AgeBand {
  UNKNOWN,
  UNDER_18,
  FROM_18_TO_24,
  FROM_25_TO_34,
  FROM_35_TO_44,
  FROM_45_TO_54,
  FROM_55
}

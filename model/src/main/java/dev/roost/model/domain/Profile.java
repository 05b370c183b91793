package dev.roost.model.domain;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/// What a reader told about themselves.
///
/// @param country ISO 3166-1 alpha-2 code in capitals, or `ZZ` if unknown
/// @param language ISO 639-1 code in lower case, or `zz` if unknown
public record Profile(AgeBand ageBand, String country, String language) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  public Profile {
    requireNonNull(ageBand);
    if (!COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException("country must be two capitals, such as BR: " + country);
    }
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("language must be two small letters, as pt: " + language);
    }
  }

  /// Returns the profile of a reader who told nothing.
  public static Profile unknown() {
    return new Profile(AgeBand.UNKNOWN, "ZZ", "zz");
  }
}

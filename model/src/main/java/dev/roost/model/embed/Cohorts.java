package dev.roost.model.embed;

import dev.roost.model.domain.Profile;

/// Keys of the groups that readers belong to: country, age band, language.
final class Cohorts {

  private static final long COUNTRY = 1L << 32;
  private static final long AGE_BAND = 2L << 32;
  private static final long LANGUAGE = 3L << 32;

  private Cohorts() {}

  static long country(Profile profile) {
    return COUNTRY | pair(profile.country());
  }

  static long ageBand(Profile profile) {
    return AGE_BAND | profile.ageBand().ordinal();
  }

  static long language(Profile profile) {
    return LANGUAGE | pair(profile.language());
  }

  private static int pair(String code) {
    return code.charAt(0) << 8 | code.charAt(1);
  }
}

package dev.roost.model.drift;

import java.util.Locale;

/// The class of cause that an alarm names.
public enum Suspect {
  /// Readers answer otherwise than before to what they are shown.
  CONCEPT,
  /// What is shown, or what is known of it, is distributed otherwise than before.
  COVARIATE,
  /// What should be seen does not arrive; nothing can be said of anything else.
  BLIND;

  /// Returns the name in reports, such as `concept`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.roost.api.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A path with names for what varies, such as `/v1/users/{user}/feed`.
///
/// A variable part matches 1 to 64 letters, digits, `_` or `-`: whatever else stands there, no such
/// path exists. Matching is exact: no path matches twice, with a slash more, or in other case.
record PathTemplate(String text) {

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// Returns the variable parts of a path by name, or empty if the path is another.
  ///
  /// @param path as it came, still percent-encoded where it was
  Optional<Map<String, String>> match(String path) {
    var wanted = text.split("/", -1);
    var given =
        path.split("/", wanted.length + 1); // a longer path needs no more than one part more
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].startsWith("{")) {
        if (!wanted[i].equals(given[i])) {
          return Optional.empty();
        }
      } else if (VARIABLE.matcher(given[i]).matches()) {
        variables.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}

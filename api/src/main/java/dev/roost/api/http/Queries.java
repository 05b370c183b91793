package dev.roost.api.http;

import akka.http.javadsl.model.Uri;
import akka.http.scaladsl.model.IllegalUriException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the query of an address, in which only known names stand, each once.
final class Queries {

  private Queries() {}

  /// Returns the values by name.
  ///
  /// @throws Refusal if a name is unknown or repeated, or the query is malformed
  static Map<String, String> read(Uri address, Set<String> known) {
    var values = new HashMap<String, String>();
    try {
      for (var each : address.query().toList()) {
        if (!known.contains(each.first())) {
          throw malformed(
              known.isEmpty()
                  ? "this path takes no query"
                  : "the query may hold " + String.join(", ", new TreeSet<>(known)));
        }
        if (values.put(each.first(), each.second()) != null) {
          throw malformed("'" + each.first() + "' stands in the query twice");
        }
      }
    } catch (IllegalUriException e) {
      throw malformed("the query is not percent-encoded as it should be");
    }
    return values;
  }

  private static Refusal malformed(String detail) {
    return Refusal.of(ProblemCode.MALFORMED_QUERY, detail);
  }
}

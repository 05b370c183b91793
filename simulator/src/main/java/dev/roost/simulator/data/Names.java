package dev.roost.simulator.data;

import dev.roost.model.domain.Ids;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Maps the names in a log to identifiers by [Ids#hash], and keeps one object for each value.
final class Names {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Map<String, UserId> users = new HashMap<>();
  private final Map<String, ItemId> items = new HashMap<>();
  private final Map<Object, String> owners = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<Long, Instant> instants = new HashMap<>();

  /// Returns the account of a name.
  UserId user(String name) {
    return users.computeIfAbsent(name, _ -> owned(new UserId(Ids.hash("user", name)), name));
  }

  /// Returns the item of a name.
  ItemId item(String name) {
    return items.computeIfAbsent(name, _ -> owned(new ItemId(Ids.hash("item", name)), name));
  }

  private <T> T owned(T id, String name) {
    String owner = owners.putIfAbsent(id, name);
    if (owner != null) {
      throw new BadRowException(
          "the names " + Row.shown(owner) + " and " + Row.shown(name) + " share an identifier");
    }
    return id;
  }

  /// Returns an equal text, always the same object.
  String text(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /// Returns the country of an ISO 3166-1 alpha-2 code, or `ZZ` if it is none.
  String country(String code) {
    return COUNTRIES.contains(code) ? text(code) : "ZZ";
  }

  /// Returns the instant of a number of seconds since the epoch.
  Instant second(long seconds) {
    return instants.computeIfAbsent(seconds, Instant::ofEpochSecond);
  }
}

package dev.roost.model.crowd;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/// What this node's readers do, seen together. One thread notes and advances, any number read.
public final class Crowd {

  private final ItemTable table;
  private final CoEngagement coEngagement;
  private final LocalHeat countries;
  private final LocalHeat languages;
  private final GroupRates countryTopics = new GroupRates();
  private final GroupRates ageBandTopics = new GroupRates();
  private final GroupRates readLanguages = new GroupRates();
  private final Circles circles = new Circles();

  /// Returns a view of nothing.
  ///
  /// @param table whose rows it speaks of
  /// @param mostTrending rows that trend in one country or language, at most; at least 0
  public Crowd(ItemTable table, int mostTrending) {
    this.table = table;
    coEngagement = new CoEngagement(table);
    countries = new LocalHeat(table, mostTrending);
    languages = new LocalHeat(table, mostTrending);
  }

  /// Notes a batch of engagements of one reader.
  ///
  /// @param before what the reader had done before the batch
  public void note(Profile profile, ReaderHistory before, List<Engagement> batch) {
    var firsts = new LinkedHashSet<Long>();
    for (var engagement : batch) {
      if (engagement.kind().isPositive()) {
        firsts.add(engagement.item().value());
        countries.note(country(profile), engagement.item().value());
        languages.note(language(profile), engagement.item().value());
      } else if (engagement.kind() == EngagementKind.IMPRESSION) {
        noteRates(profile, engagement.item().value(), false);
      }
    }
    for (int i = 0; i < before.recentCount() && !firsts.isEmpty(); i++) {
      firsts.remove(before.recentItem(i));
    }
    for (long item : firsts) {
      noteRates(profile, item, true);
    }
    coEngagement.note(before, firsts.stream().mapToLong(Long::longValue).toArray());
  }

  private void noteRates(Profile profile, long item, boolean isPositive) {
    long row = table.rowOf(item);
    if (row < 0) {
      return;
    }
    int topic = table.topic((int) row);
    if (topic != 0) {
      countryTopics.note(country(profile), topic, isPositive);
      ageBandTopics.note(profile.ageBand().ordinal(), topic, isPositive);
    }
    readLanguages.note(language(profile), table.languageOf((int) row), isPositive);
  }

  /// Notes that a user's relation to another changed.
  public void note(long user, RelationChange change, long other) {
    circles.note(user, change, other);
  }

  /// Lets readers see what was noted, as of `now`.
  public void advance(Instant now) {
    coEngagement.advance(now);
    countries.advance(now);
    languages.advance(now);
    countryTopics.advance(now);
    ageBandTopics.advance(now);
    readLanguages.advance(now);
    circles.advance();
  }

  /// Returns the group of a country; 0 if it is unknown.
  public static int country(Profile profile) {
    return profile.country().equals("ZZ") ? 0 : pair(profile.country());
  }

  /// Returns the group of a language; 0 if it is unknown.
  public static int language(Profile profile) {
    return profile.language().equals("zz") ? 0 : pair(profile.language());
  }

  private static int pair(String code) {
    return code.charAt(0) << 8 | code.charAt(1);
  }

  /// Returns which items are engaged with by the same readers.
  public CoEngagement coEngagement() {
    return coEngagement;
  }

  /// Returns what is engaged with by country.
  public LocalHeat countries() {
    return countries;
  }

  /// Returns what is engaged with by language.
  public LocalHeat languages() {
    return languages;
  }

  /// Returns how much of a topic readers of the same country engage with; groups are of [#country].
  public GroupRates countryTopics() {
    return countryTopics;
  }

  /// Returns how much of a topic readers of the same age band engage with; groups are its ordinals.
  public GroupRates ageBandTopics() {
    return ageBandTopics;
  }

  /// Returns how much readers of one language, by [#language], engage with items of each language,
  /// by [ItemTable#languageOf].
  public GroupRates readLanguages() {
    return readLanguages;
  }

  /// Returns whom those follow whom one follows.
  public Circles circles() {
    return circles;
  }
}

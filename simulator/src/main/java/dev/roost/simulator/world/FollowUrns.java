package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;

/// Proposes whom to follow, apart from those whom one's followees follow.
final class FollowUrns {

  private final GraphSettings settings;
  private final Population people;
  private final Circles circles;
  private final Urn ofCommunity;
  private final Urn ofCountry;
  private final Urn ofLanguage;
  private final Urn ofAnywhere;

  /// @param wish how many each wishes to follow; shape `[users]`
  FollowUrns(GraphSettings settings, Population people, Creators creators, int[] wish) {
    this.settings = settings;
    this.people = people;
    this.circles = new Circles(people, settings.circle(), wish);
    this.ofCommunity = new Urn(creators, people.communities(), people::community);
    this.ofCountry =
        new Urn(creators, Country.values().length, user -> people.country(user).ordinal());
    this.ofLanguage =
        new Urn(creators, Language.values().length, user -> people.language(user).ordinal());
    this.ofAnywhere = new Urn(creators, 1, _ -> 0);
  }

  /// Returns whom chance proposes to a user; maybe the user.
  int draw(int user, Chance chance, int attempt) {
    double which = chance.uniform(user, attempt, 2);
    double where = chance.uniform(user, attempt, 1) - settings.acquaintances();
    if (where < 0) {
      return circles.near(user, chance, attempt);
    }
    where -= settings.ofCommunity();
    int community = people.community(user);
    if (where < 0 && !ofCommunity.isEmpty(community)) {
      return ofCommunity.at(community, which);
    }
    where -= settings.ofCountry();
    int country = people.country(user).ordinal();
    if (where < 0 && !ofCountry.isEmpty(country)) {
      return ofCountry.at(country, which);
    }
    where -= settings.ofLanguage();
    int language = people.language(user).ordinal();
    return where < 0 && !ofLanguage.isEmpty(language)
        ? ofLanguage.at(language, which)
        : ofAnywhere.at(0, which);
  }
}

package dev.roost.simulator.world;

import static java.util.Objects.requireNonNull;

/// What a world is like: all its parameters. `world.conf` holds the usual ones and their meaning.
///
/// @param reading how far down a feed people look
/// @param choice what makes them click, and what follows a click
/// @param taste what they like, and how that changes
/// @param sessions how often they come
/// @param people who they are, who joins and who leaves
/// @param creators who writes
/// @param follows who follows whom at the start
/// @param content what is written
public record WorldShape(
    Examination reading,
    ChoiceSettings choice,
    TasteSettings taste,
    SessionSettings sessions,
    PeopleSettings people,
    CreatorSettings creators,
    GraphSettings follows,
    ContentSettings content) {

  public WorldShape {
    requireNonNull(reading);
    requireNonNull(choice);
    requireNonNull(taste);
    requireNonNull(sessions);
    requireNonNull(people);
    requireNonNull(creators);
    requireNonNull(follows);
    requireNonNull(content);
  }

  /// Returns the same world whose people look down a feed in another way.
  public WorldShape reading(Examination other) {
    return new WorldShape(other, choice, taste, sessions, people, creators, follows, content);
  }
}

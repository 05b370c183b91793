package dev.roost.simulator.world;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;

/// One world: its people, what they like and follow, what they wrote and how they choose.
///
/// Two worlds of equal seed, size and tick are equal until something is done to one of them.
///
/// @param tastes changed only by drift, between the phases of a tick
/// @param content grows tick by tick
public record World(
    WorldSettings settings,
    Population people,
    Tastes tastes,
    Creators creators,
    FollowGraph follows,
    Content content,
    Behaviour behaviour,
    Reader reader,
    Sessions sessions) {

  /// Builds the world as it is at its start.
  public static World generate(WorldSettings settings, EngagementWeights weights) {
    long seed = settings.seed();
    var people = Population.generate(seed, settings.users());
    var tastes = Tastes.generate(seed, people);
    var creators = Creators.generate(seed, people, tastes);
    var follows = FollowGraph.generate(GraphSettings.usual(), seed, people, creators);
    var content = new Content(settings, people, creators);
    var behaviour =
        new Behaviour(people, tastes, follows, content, weights, settings.examination());
    return new World(
        settings,
        people,
        tastes,
        creators,
        follows,
        content,
        behaviour,
        new Reader(settings, behaviour),
        new Sessions(settings, people));
  }

  /// Lets everybody write what they write during a tick; called once for each, in order.
  public void write(int tick) {
    content.write(tick);
  }

  /// Returns the public identifier of a user.
  public static UserId userId(int user) {
    return new UserId(user + 1L);
  }

  /// Returns the public identifier of an item.
  public static ItemId itemId(int item) {
    return new ItemId(item + 1L);
  }

  /// Returns the item of a public identifier, or -1 if nothing was posted under it.
  public int item(ItemId id) {
    return id.value() >= 1 && id.value() <= content.size() ? (int) (id.value() - 1) : -1;
  }

  /// Returns an item as its author published it.
  public Post post(int item) {
    var topic = Topics.name(content.topic(item));
    return new Post(
        itemId(item),
        userId(content.author(item)),
        settings.start().plusSeconds(content.second(item)),
        topic,
        content.language(item).code(),
        content.media(item),
        topic + " " + (item + 1),
        null);
  }
}

package dev.roost.simulator.world;

import static dev.roost.model.domain.RelationChange.BLOCK;
import static dev.roost.model.domain.RelationChange.FOLLOW;
import static dev.roost.model.domain.RelationChange.UNFOLLOW;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import java.util.stream.IntStream;

/// One world: its people, what they like and follow, what they wrote and how they choose.
///
/// Two worlds of equal seed, census and shape are equal until something is done to one of them. All
/// of it changes between the phases of a tick only.
public final class World {

  private static final int BY_DRIFT = 32; // turns below are of those who read

  private final WorldSettings settings;
  private final EngagementWeights weights;
  private final Population people;
  private final Presence presence;
  private final Tastes tastes;
  private final Moods moods;
  private final Creators creators;
  private final FollowGraph follows;
  private final Society society;
  private final Conditions conditions;
  private final Content content;
  private final Writers writers;
  private final Bots bots;
  private final Behaviour behaviour;
  private final Reader reader;
  private final Telemetry telemetry;
  private final Sessions sessions;
  private final Prose prose;
  private final Fate deciding;

  private World(WorldSettings settings, EngagementWeights weights) {
    this.settings = settings;
    this.weights = weights;
    people = Population.generate(settings);
    presence = new Presence(settings);
    tastes = Tastes.generate(settings, people);
    moods = new Moods(settings, people.size());
    creators = Creators.generate(settings, people, tastes);
    follows = FollowGraph.generate(settings.shape().follows(), settings.seed(), people, creators);
    society = new Society(follows);
    conditions = new Conditions(people.size());
    content = new Content();
    writers = new Writers(settings, people, presence, creators, conditions, content);
    bots = new Bots(settings, presence, content, writers);
    behaviour =
        new Behaviour(
            settings.shape(), weights, people, tastes, moods, follows, content, conditions);
    reader = new Reader(settings, behaviour, content, bots);
    telemetry = new Telemetry(settings, content, conditions);
    sessions = new Sessions(settings, people, presence, conditions);
    prose = new Prose(settings.seed());
    deciding = settings.fate("deciding");
  }

  /// Builds the world as it is at its start.
  public static World generate(WorldSettings settings, EngagementWeights weights) {
    return new World(settings, weights);
  }

  /// Lets everybody write what they write during a tick; called once for each, in order.
  public void write(int tick) {
    bots.write(tick);
    writers.write(tick);
  }

  /// Returns who asks for a feed during a tick: people, then bots, ascending.
  public int[] due(int tick) {
    int[] automatic = bots.due(tick);
    int[] people = sessions.due(tick);
    return automatic.length == 0
        ? people
        : IntStream.concat(IntStream.of(people), IntStream.of(automatic)).sorted().toArray();
  }

  /// Lets a reading change its reader: their mood and taste, whether they stay, whom they follow,
  /// and what they repost. Called once for each, in order of user and depth.
  public void heed(int tick, Reading reading) {
    int user = reading.user();
    if (people.census().isBot(user)) {
      return;
    }
    tastes.walk(user, tick, tick / settings.ticksPerDay());
    moods.fadeUntil(user, reading.second());
    double worth = 0;
    int reposts = 0;
    for (int position = 0; position < reading.onScreen(); position++) {
      int item = reading.item(position);
      if (item >= 0) {
        worth += reading.value(position, weights);
        reposts += heed(tick, reading, position, reposts);
      }
    }
    presence.read(user, tick, worth);
  }

  private int heed(int tick, Reading reading, int position, int reposts) {
    int user = reading.user();
    int item = reading.item(position);
    int author = content.writer(item);
    var chance = deciding.at(tick);
    var choice = settings.shape().choice();
    long key = content.chanceKey(item);
    if (reading.did(EngagementKind.CLICK, position)) {
      moods.click(user, content.topic(item));
      tastes.click(user, content.topic(item));
    }
    if (reading.did(EngagementKind.HIDE, position)) {
      if (follows.isFollowing(user, author)
          && chance.happens(choice.unfollows(), user, key, 8L * tick)) {
        society.decide(user, UNFOLLOW, author);
      }
      if (chance.happens(choice.blocks(), user, key, 8L * tick + 1)) {
        society.decide(user, BLOCK, author);
      }
    }
    if (!reading.did(EngagementKind.SHARE, position)) {
      return 0;
    }
    if (!follows.isFollowing(user, author)
        && chance.happens(choice.follows(), user, key, 8L * tick + 2)) {
      society.decide(user, FOLLOW, author);
    }
    if (author != user && chance.happens(choice.reposts(), user, key, 8L * tick + 3)) {
      writers.repost(user, item, reading.second() + settings.tickSeconds() / 8, tick, reposts);
      return 1;
    }
    return 0;
  }

  /// Lets somebody repost an item at the end of a tick, whatever they read, as their `turn`-th
  /// thing.
  public void repost(int user, int item, int tick, int turn) {
    writers.repost(user, item, (tick + 1) * settings.tickSeconds() - 1, tick, BY_DRIFT + turn);
  }

  /// Forgets which newcomers and bots its drifts laid claim to, while none of them has joined.
  public void release() {
    presence.release();
    bots.release();
  }

  /// Returns the public identifier of a user.
  public static UserId userId(int user) {
    return new UserId(user + 1L);
  }

  /// Returns the user of a public identifier.
  public static int user(UserId id) {
    return (int) (id.value() - 1);
  }

  /// Returns the public identifier of an item.
  public ItemId itemId(int item) {
    return itemId(content, item);
  }

  static ItemId itemId(Content content, int item) {
    return new ItemId(content.key(item));
  }

  /// Returns the item of a public identifier, or -1 if nothing was posted under it.
  public int item(ItemId id) {
    return content.find(id.value());
  }

  /// Returns an item as its author published it.
  public Post post(int item) {
    int original = content.original(item);
    return new Post(
        itemId(item),
        userId(content.author(item)),
        settings.start().plusSeconds(content.second(item)),
        Topics.name(content.topic(item)),
        content.language(item).code(),
        content.media(item),
        content.isRepost(item) ? "" : prose.text(content, item),
        content.isRepost(item)
            ? new Post.Original(itemId(original), userId(content.author(original)))
            : null);
  }

  /// Returns what made it.
  public WorldSettings settings() {
    return settings;
  }

  /// Returns who lives in it.
  public Population people() {
    return people;
  }

  /// Returns who is there.
  public Presence presence() {
    return presence;
  }

  /// Returns what they like.
  public Tastes tastes() {
    return tastes;
  }

  /// Returns who writes.
  public Creators creators() {
    return creators;
  }

  /// Returns who follows whom.
  public FollowGraph follows() {
    return follows;
  }

  /// Returns how relations change.
  public Society society() {
    return society;
  }

  /// Returns what is out of the ordinary.
  public Conditions conditions() {
    return conditions;
  }

  /// Returns what was posted.
  public Content content() {
    return content;
  }

  /// Returns the accounts that are no people.
  public Bots bots() {
    return bots;
  }

  /// Returns what readers would do.
  public Behaviour behaviour() {
    return behaviour;
  }

  /// Returns what readers do.
  public Reader reader() {
    return reader;
  }

  /// Returns what is told of it.
  public Telemetry telemetry() {
    return telemetry;
  }

  /// Returns when people come.
  public Sessions sessions() {
    return sessions;
  }
}

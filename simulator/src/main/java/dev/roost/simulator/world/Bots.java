package dev.roost.simulator.world;

import dev.roost.model.domain.EngagementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Accounts that are no people. They do nothing until a drift enlists them.
///
/// Some read feeds and click at random; some hide and report all that a few creators write; some
/// write worthless posts and praise those of each other.
public final class Bots {

  /// What a troop of bots does.
  public enum Trade {
    CLICKS,
    BRIGADES,
    FARMS
  }

  /// Bots that were enlisted together.
  ///
  /// @param first number of the first; `count` stand in a row
  /// @param perDay how many feeds each reads, or posts each writes, a day
  /// @param clicks chance that one clicks an item
  /// @param targets users whom they attack; not modified
  public record Troop(
      Trade trade, int first, int count, double perDay, double clicks, List<Integer> targets) {
    public Troop {
      targets = List.copyOf(targets);
    }

    boolean holds(int user) {
      return user >= first && user < first + count;
    }
  }

  /// Something that a bot does to an item without a feed.
  public record Deed(int bot, int item, List<EngagementKind> kinds) {
    public Deed {
      kinds = List.copyOf(kinds);
    }
  }

  private static final double WORTHLESS = -2.5; // quality of what a farm writes
  private static final int LATEST = 40; // items that a deed may be about
  private static final double DEEDS_PER_TICK = 0.25; // chance of a bot that brigades or farms

  private final WorldSettings settings;
  private final Presence presence;
  private final Content content;
  private final Writers writers;
  private final Fate fate;
  private final List<Troop> troops = new ArrayList<>();
  private int enlisted;

  Bots(WorldSettings settings, Presence presence, Content content, Writers writers) {
    this.settings = settings;
    this.presence = presence;
    this.content = content;
    this.writers = writers;
    this.fate = settings.fate("bots");
  }

  /// Enlists the next bots that are free, all of whom join when they are told to.
  ///
  /// @throws IllegalStateException if the world has not so many
  public Troop enlist(Trade trade, int count, double perDay, double clicks, List<Integer> targets) {
    var census = settings.census();
    if (enlisted + count > census.bots()) {
      throw new IllegalStateException(
          "%d bots are left, not %d".formatted(census.bots() - enlisted, count));
    }
    var troop = new Troop(trade, census.firstBot() + enlisted, count, perDay, clicks, targets);
    enlisted += count;
    troops.add(troop);
    return troop;
  }

  /// Forgets who was enlisted, while none of them has joined.
  void release() {
    enlisted = 0;
    troops.clear();
  }

  /// Returns the bots that read a feed during a tick, ascending.
  int[] due(int tick) {
    var due = new int[enlisted];
    int count = 0;
    for (var troop : troops) {
      double rate = troop.trade() == Trade.CLICKS ? troop.perDay() / settings.ticksPerDay() : 0;
      for (int bot = troop.first(); bot < troop.first() + troop.count(); bot++) {
        if (presence.isThere(bot, tick) && fate.at(tick).happens(rate, bot, tick, 0)) {
          due[count++] = bot;
        }
      }
    }
    return Arrays.copyOf(due, count);
  }

  /// Returns the chance that a bot clicks an item that it is shown.
  double clicks(int bot) {
    return troops.stream()
        .filter(troop -> troop.holds(bot))
        .mapToDouble(Troop::clicks)
        .findFirst()
        .orElse(0);
  }

  /// Lets farms write what they write during a tick.
  void write(int tick) {
    for (var troop : troops) {
      if (troop.trade() == Trade.FARMS) {
        double rate = troop.perDay() / settings.ticksPerDay();
        for (int bot = troop.first(); bot < troop.first() + troop.count(); bot++) {
          if (presence.isThere(bot, tick) && fate.at(tick).happens(rate, bot, tick, 1)) {
            writers.write(bot, tick, 0, WORTHLESS);
          }
        }
      }
    }
  }

  /// Returns what bots do to items during a tick, in order of bot.
  public List<Deed> deeds(int tick) {
    var deeds = new ArrayList<Deed>();
    for (var troop : troops) {
      if (troop.trade() != Trade.CLICKS) {
        int[] items = items(troop);
        for (int bot = troop.first(); bot < troop.first() + troop.count(); bot++) {
          if (items.length > 0
              && presence.isThere(bot, tick)
              && fate.at(tick).happens(DEEDS_PER_TICK, bot, tick, 2)) {
            deeds.add(deed(troop, bot, items[fate.at(tick).below(items.length, bot, tick, 3)]));
          }
        }
      }
    }
    return deeds;
  }

  private static Deed deed(Troop troop, int bot, int item) {
    return switch (troop.trade()) {
      case BRIGADES ->
          new Deed(
              bot,
              item,
              List.of(EngagementKind.IMPRESSION, EngagementKind.HIDE, EngagementKind.REPORT));
      case FARMS, CLICKS ->
          new Deed(
              bot,
              item,
              List.of(
                  EngagementKind.IMPRESSION,
                  EngagementKind.CLICK,
                  EngagementKind.LIKE,
                  EngagementKind.SHARE));
    };
  }

  /// Returns the newest items of those whom a troop attacks or praises.
  private int[] items(Troop troop) {
    var found = new int[LATEST];
    int count = 0;
    long oldest = 4L * settings.ticksPerDay() * settings.tickSeconds();
    int newest = content.size() == 0 ? 0 : content.second(content.size() - 1);
    for (int item = content.size() - 1;
        item >= 0 && count < LATEST && content.second(item) > newest - oldest;
        item--) {
      int author = content.author(item);
      boolean isMeant =
          troop.trade() == Trade.FARMS ? troop.holds(author) : troop.targets().contains(author);
      if (isMeant && content.deletedAt(item) == Integer.MAX_VALUE) {
        found[count++] = item;
      }
    }
    return Arrays.copyOf(found, count);
  }
}

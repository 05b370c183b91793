package dev.roost.simulator.world;

import static dev.roost.model.domain.EngagementKind.CLICK;
import static dev.roost.model.domain.EngagementKind.COMMENT;
import static dev.roost.model.domain.EngagementKind.HIDE;
import static dev.roost.model.domain.EngagementKind.IMPRESSION;
import static dev.roost.model.domain.EngagementKind.LIKE;
import static dev.roost.model.domain.EngagementKind.REPORT;
import static dev.roost.model.domain.EngagementKind.SHARE;
import static dev.roost.model.domain.EngagementKind.VIEW;

import dev.roost.model.domain.EngagementKind;

/// Turns the probabilities of [Behaviour] into choices. Pure, so that any thread may ask.
///
/// Each draw belongs to a user, an item and a tick: two worlds that show a reader the same item at
/// the same place see the same choice.
public final class Reader {

  private static final int LONGEST_SECONDS = 600;
  private static final int REPORTED = 1 << REPORT.ordinal();

  private final Behaviour behaviour;
  private final ChoiceSettings choice;
  private final Content content;
  private final Bots bots;
  private final Census census;
  private final Fate scroll;
  private final Fate attention;
  private final Fate click;
  private final Fate after;
  private final Fate dwell;
  private final Fate stop;

  Reader(WorldSettings settings, Behaviour behaviour, Content content, Bots bots) {
    this.behaviour = behaviour;
    this.choice = settings.shape().choice();
    this.content = content;
    this.bots = bots;
    this.census = settings.census();
    this.scroll = settings.fate("scroll");
    this.attention = settings.fate("attention");
    this.click = settings.fate("click");
    this.after = settings.fate("after click");
    this.dwell = settings.fate("dwell");
    this.stop = settings.fate("stop after click");
  }

  /// Reads a feed.
  ///
  /// @param depth feeds read before in this session
  /// @param items shape `[n]`, in order; -1 for items that nobody posted; not modified
  public Reading read(int user, int tick, int depth, int second, int[] items) {
    int onScreen = scrolled(user, tick, depth, items.length);
    var kinds = new byte[items.length];
    var dwellSeconds = new short[items.length];
    boolean satisfied = false;
    for (int position = 0; position < onScreen; position++) {
      int item = items[position];
      int done = item < 0 ? 0 : choose(user, item, tick, second, position, satisfied);
      satisfied |= has(done, CLICK) && stops(user, item, tick);
      kinds[position] = (byte) done;
      dwellSeconds[position] =
          (short) (has(done, VIEW) ? dwell(user, item, tick, has(done, CLICK)) : 0);
    }
    return new Reading(user, second, items.clone(), onScreen, kinds, dwellSeconds);
  }

  private int scrolled(int user, int tick, int depth, int length) {
    int reached = Math.min(1, length);
    while (reached < length
        && scroll.at(tick).happens(behaviour.scrollsOn(), user, tick, 256L * depth + reached)) {
      reached++;
    }
    return reached;
  }

  private boolean stops(int user, int item, int tick) {
    return stop.at(tick).happens(behaviour.stopsAfterClick(), user, content.chanceKey(item), tick);
  }

  private int choose(int user, int item, int tick, int second, int position, boolean satisfied) {
    int done = bit(IMPRESSION);
    long key = content.chanceKey(item);
    if (census.isBot(user)) {
      boolean clicks = click.at(tick).happens(bots.clicks(user), user, key, tick);
      return clicks ? done | bit(CLICK) | bit(VIEW) : done;
    }
    double attends = behaviour.attention(user, position);
    if (satisfied || !attention.at(tick).happens(attends, user, key, tick)) {
      return done;
    }
    if (!click.at(tick).happens(behaviour.click(user, item, second), user, key, tick)) {
      return done | withoutClick(user, item, tick, second);
    }
    var chance = after.at(tick);
    done |= bit(CLICK) | bit(VIEW);
    long step = 16L * tick;
    done |= chance.happens(behaviour.like(user, item), user, key, step) ? bit(LIKE) : 0;
    done |= chance.happens(behaviour.share(item), user, key, step + 1) ? bit(SHARE) : 0;
    done |= chance.happens(behaviour.comment(user, item), user, key, step + 2) ? bit(COMMENT) : 0;
    return done | hiding(user, item, tick, behaviour.hideAfterClick(item));
  }

  private int withoutClick(int user, int item, int tick, int second) {
    long key = content.chanceKey(item);
    int done = after.at(tick).happens(choice.glances(), user, key, 16L * tick + 3) ? bit(VIEW) : 0;
    return done | hiding(user, item, tick, behaviour.hide(user, item, second));
  }

  private int hiding(int user, int item, int tick, double probability) {
    var chance = after.at(tick);
    long key = content.chanceKey(item);
    if (!chance.happens(probability, user, key, 16L * tick + 4)) {
      return 0;
    }
    return bit(HIDE) | (chance.happens(choice.reports(), user, key, 16L * tick + 5) ? REPORTED : 0);
  }

  private int dwell(int user, int item, int tick, boolean clicked) {
    double mean = clicked ? choice.readSeconds() : choice.glanceSeconds();
    double seconds = 1 + mean * dwell.at(tick).exponential(user, content.chanceKey(item), tick);
    return (int) Math.min(LONGEST_SECONDS, seconds);
  }

  private static int bit(EngagementKind kind) {
    return 1 << kind.ordinal();
  }

  private static boolean has(int done, EngagementKind kind) {
    return (done >> kind.ordinal() & 1) == 1;
  }
}

package dev.roost.simulator.world;

import static dev.roost.model.domain.EngagementKind.CLICK;
import static dev.roost.model.domain.EngagementKind.COMMENT;
import static dev.roost.model.domain.EngagementKind.HIDE;
import static dev.roost.model.domain.EngagementKind.IMPRESSION;
import static dev.roost.model.domain.EngagementKind.LIKE;
import static dev.roost.model.domain.EngagementKind.SHARE;
import static dev.roost.model.domain.EngagementKind.VIEW;

import dev.roost.model.domain.EngagementKind;

/// Turns the probabilities of [Behaviour] into choices. Pure, so that any thread may ask.
///
/// Each draw belongs to a user, an item and a tick: two worlds that show a reader the same item at
/// the same place see the same choice.
public final class Reader {

  private static final double VIEWS_WITHOUT_CLICK = 0.25;
  private static final double BLOCKS_AFTER_HIDE = 0.2;
  private static final double GLANCE_SECONDS = 4;
  private static final double READ_SECONDS = 45;
  private static final int LONGEST_SECONDS = 600;

  private final Behaviour behaviour;
  private final Fate scroll;
  private final Fate attention;
  private final Fate click;
  private final Fate after;
  private final Fate dwell;
  private final Fate stop;

  Reader(WorldSettings settings, Behaviour behaviour) {
    this.behaviour = behaviour;
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
    var dwellSeconds = new int[items.length];
    var blocks = new boolean[items.length];
    boolean satisfied = false;
    for (int position = 0; position < onScreen; position++) {
      int item = items[position];
      int done = item < 0 ? 0 : choose(user, item, tick, second, position, satisfied);
      satisfied |= has(done, CLICK) && stops(user, item, tick);
      kinds[position] = (byte) done;
      dwellSeconds[position] = has(done, VIEW) ? dwell(user, item, tick, has(done, CLICK)) : 0;
      blocks[position] =
          has(done, HIDE) && after.at(tick).happens(BLOCKS_AFTER_HIDE, user, item, ~tick);
    }
    return new Reading(user, second, items.clone(), onScreen, kinds, dwellSeconds, blocks);
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
    return stop.at(tick).happens(behaviour.stopsAfterClick(), user, item, tick);
  }

  private int choose(int user, int item, int tick, int second, int position, boolean satisfied) {
    int done = bit(IMPRESSION);
    if (satisfied || !attention.at(tick).happens(behaviour.attention(position), user, item, tick)) {
      return done;
    }
    if (!click.at(tick).happens(behaviour.click(user, item, second), user, item, tick)) {
      return done | withoutClick(user, item, tick, second);
    }
    var chance = after.at(tick);
    done |= bit(CLICK) | bit(VIEW);
    long step = 8L * tick;
    done |= chance.happens(behaviour.like(user, item), user, item, step) ? bit(LIKE) : 0;
    done |= chance.happens(behaviour.share(item), user, item, step + 1) ? bit(SHARE) : 0;
    done |= chance.happens(behaviour.comment(user, item), user, item, step + 2) ? bit(COMMENT) : 0;
    return done;
  }

  private int withoutClick(int user, int item, int tick, int second) {
    var chance = after.at(tick);
    long step = 8L * tick;
    int done = chance.happens(VIEWS_WITHOUT_CLICK, user, item, step + 3) ? bit(VIEW) : 0;
    return done
        | (chance.happens(behaviour.hide(user, item, second), user, item, step + 4)
            ? bit(HIDE)
            : 0);
  }

  private int dwell(int user, int item, int tick, boolean clicked) {
    double mean = clicked ? READ_SECONDS : GLANCE_SECONDS;
    double seconds = 1 + mean * dwell.at(tick).exponential(user, item, tick);
    return (int) Math.min(LONGEST_SECONDS, seconds);
  }

  private static int bit(EngagementKind kind) {
    return 1 << kind.ordinal();
  }

  private static boolean has(int done, EngagementKind kind) {
    return (done >> kind.ordinal() & 1) == 1;
  }
}

package dev.roost.simulator.world;

import static dev.roost.model.domain.EngagementKind.CLICK;
import static dev.roost.model.domain.EngagementKind.IMPRESSION;
import static dev.roost.model.domain.EngagementKind.VIEW;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What readers' devices tell of what they did: all of it, at once and truly, unless a drift says
/// otherwise.
public final class Telemetry {

  private static final EngagementKind[] KINDS = EngagementKind.values();

  /// Something that is told in one message.
  ///
  /// @param lateSeconds how much later than usual
  /// @param aheadSeconds how far the clock is ahead by which it is dated
  public record Report(int lateSeconds, int aheadSeconds, List<Engagement> engagements) {
    public Report {
      engagements = List.copyOf(engagements);
    }
  }

  private final Content content;
  private final Conditions conditions;
  private final Fate fate;

  Telemetry(WorldSettings settings, Content content, Conditions conditions) {
    this.content = content;
    this.conditions = conditions;
    this.fate = settings.fate("telemetry");
  }

  /// Returns what is told of a reading, in order of when; nothing of an empty feed.
  ///
  /// @param depth feeds read before in this session
  public List<Report> reports(int tick, int depth, Reading reading) {
    int user = reading.user();
    var looks = new ArrayList<Engagement>();
    var deeds = new ArrayList<Engagement>();
    for (int position = 0; position < reading.onScreen(); position++) {
      if (reading.item(position) >= 0) {
        tell(tick, reading, position, looks, deeds);
      }
    }
    boolean isSilent = happensToFeed(Dial.LOST_IMPRESSIONS, tick, depth, user);
    boolean isMute = happensToFeed(Dial.LOST_LABELS, tick, depth, user);
    boolean isLate = happensToFeed(Dial.LATE_LABELS, tick, depth, user);
    int ahead = (int) (3600 * conditions.of(Dial.CLOCK_AHEAD, user));
    var reports = new ArrayList<Report>();
    if (isSilent) {
      looks.clear();
    }
    if (isMute) {
      deeds.clear();
    }
    if (isLate) {
      int late = (int) (3600 * conditions.of(Dial.LATENESS, user));
      add(reports, 0, ahead, looks);
      add(reports, late, ahead, deeds);
    } else {
      add(reports, 0, ahead, interleaved(looks, deeds));
    }
    if (happensToFeed(Dial.DOUBLED_REPORTS, tick, depth, user)) {
      reports.addAll(List.copyOf(reports));
    }
    return reports;
  }

  private void tell(
      int tick, Reading reading, int position, List<Engagement> looks, List<Engagement> deeds) {
    int user = reading.user();
    int item = reading.item(position);
    var id = World.itemId(content, item);
    long key = content.chanceKey(item);
    boolean isFalse =
        !reading.did(CLICK, position)
            && (happens(Dial.FALSE_CLICKS, user, key, tick)
                || (reading.did(VIEW, position)
                    && happens(Dial.GLANCES_AS_CLICKS, user, key, tick)));
    for (var kind : KINDS) {
      if (reading.did(kind, position) || (isFalse && kind == CLICK)) {
        int seconds = kind == VIEW ? reading.dwellSeconds(position) : 0;
        var told = new Engagement(id, kind, position, Duration.ofSeconds(seconds));
        (kind == IMPRESSION ? looks : deeds).add(told);
      }
    }
  }

  private boolean happens(Dial dial, int user, long key, int tick) {
    return conditions.isTurned(dial)
        && fate.at(tick).happens(conditions.of(dial, user), user, key, 32L * tick + dial.ordinal());
  }

  private boolean happensToFeed(Dial dial, int tick, int depth, int user) {
    return happens(dial, user, -1L - depth, tick);
  }

  /// Returns all in order of position and kind, as a client does that sends them together.
  private static List<Engagement> interleaved(List<Engagement> looks, List<Engagement> deeds) {
    var all = new ArrayList<Engagement>(looks.size() + deeds.size());
    int deed = 0;
    for (var look : looks) {
      all.add(look);
      while (deed < deeds.size() && deeds.get(deed).position() == look.position()) {
        all.add(deeds.get(deed++));
      }
    }
    all.addAll(deeds.subList(deed, deeds.size()));
    return all;
  }

  private static void add(List<Report> reports, int late, int ahead, List<Engagement> what) {
    if (!what.isEmpty()) {
      reports.add(new Report(late, ahead, what));
    }
  }
}

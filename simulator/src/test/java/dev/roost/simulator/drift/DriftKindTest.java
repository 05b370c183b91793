package dev.roost.simulator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.RelationChange;
import dev.roost.simulator.drift.Lab.Run;
import dev.roost.simulator.scenario.Aim;
import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.scenario.DriftKind;
import dev.roost.simulator.scenario.Slice;
import dev.roost.simulator.world.Device;
import dev.roost.simulator.world.Topics;
import java.util.Arrays;
import java.util.HashSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each kind of drift moves the world as it says, and nothing before its onset.
final class DriftKindTest {

  private static Slice slice(DriftKind kind) {
    return switch (kind) {
      case COUNTRY_MIX, TASTE_FLIP -> Slice.parse("country=BR");
      case AGE_MIX -> Slice.parse("age=from-18-to-24");
      case DEVICE_MIX -> Slice.parse("device=ios");
      default -> Slice.ALL;
    };
  }

  @ParameterizedTest
  @EnumSource(DriftKind.class)
  void movesTheWorldAsItSays(DriftKind kind) {
    var lab = new Lab(Drift.sudden(kind, slice(kind), Lab.onset()));
    Run before = lab.clean();
    Run after = lab.moved();
    var options = lab.drift().options();
    switch (kind) {
      case TASTE_FLIP -> assertThat(tastesMoved(before, after)).isEqualTo(200);
      case VALUE_REVERSED -> {
        assertThat(videoOverText(before)).isCloseTo(0.3, within(1e-6));
        assertThat(videoOverText(after)).isCloseTo(-0.3, within(1e-6));
      }
      case QUALITY_IRRELEVANT -> {
        assertThat(goodOverBad(before)).isGreaterThan(0.5);
        assertThat(goodOverBad(after)).isCloseTo(0, within(1e-6));
      }
      case COUNTRY_MIX, AGE_MIX, DEVICE_MIX -> mix(lab);
      case ACTIVITY_LEVEL -> sessions(lab, options.number("factor"));
      case WEEKLY_SEASON -> sessions(lab, options.number("factor"));
      case HOLIDAY -> sessions(lab, (options.number("factor") + 1) / 2); // one day of the two
      case NEW_USER_WAVE, GROWTH -> arrivals(lab);
      case LANGUAGE_SHIFT -> {
        IntPredicate english = item -> after.world().content().language(item).code().equals("en");
        assertThat(after.posts(english)).isEqualTo(1);
        assertThat(before.posts(i -> before.world().content().language(i).code().equals("en")))
            .isBetween(0.2, 0.6);
      }
      case NEW_TOPIC -> {
        assertThat(topic(before, Topics.ESTABLISHED)).isZero();
        assertThat(topic(after, Topics.ESTABLISHED)).isCloseTo(0.3, within(0.1));
      }
      case TOPIC_DEATH -> {
        assertThat(topic(before, Topics.named("football"))).isPositive();
        assertThat(topic(after, Topics.named("football"))).isZero();
      }
      case VIRAL_SHOCK -> virality(lab, 5);
      case VIRAL_POST -> virality(lab, 1);
      case CREATOR_EXODUS -> {
        assertThat(postsOfTheFamous(before)).isPositive();
        assertThat(postsOfTheFamous(after)).isZero();
      }
      case CATALOGUE_FLOOD -> {
        assertThat((double) after.items().size() / before.items().size()).isBetween(4.0, 6.0);
        assertThat(quality(after) - quality(before)).isCloseTo(-1, within(0.3));
      }
      case CLICKBAIT -> {
        assertThat(bait(after) - bait(before)).isCloseTo(1.5, within(1e-3));
        int item = after.items().getLast();
        assertThat(after.world().behaviour().hideAfterClick(item)).isGreaterThan(0.05);
      }
      case CLICK_INFLATION -> told(lab, EngagementKind.CLICK, clicksFalse(before, 0.1));
      case EVENT_REDEFINED ->
          told(lab, EngagementKind.CLICK, (double) before.toldOf(EngagementKind.VIEW));
      case LABEL_DELAY ->
          assertThat(after.told())
              .filteredOn(report -> report.lateSeconds() > 0)
              .isNotEmpty()
              .allMatch(report -> report.lateSeconds() == 12 * 3600)
              .allMatch(
                  report ->
                      report.engagements().stream()
                          .noneMatch(e -> e.kind() == EngagementKind.IMPRESSION));
      case LABEL_LOSS -> {
        assertThat(after.toldOf(EngagementKind.CLICK)).isZero();
        told(lab, EngagementKind.IMPRESSION, (double) before.toldOf(EngagementKind.IMPRESSION));
      }
      case IMPRESSIONS_LOST -> {
        assertThat(after.toldOf(EngagementKind.IMPRESSION)).isZero();
        told(lab, EngagementKind.CLICK, (double) before.toldOf(EngagementKind.CLICK));
      }
      case IMPRESSIONS_DUPLICATED ->
          told(lab, EngagementKind.IMPRESSION, 2.0 * before.toldOf(EngagementKind.IMPRESSION));
      case CLOCK_SKEW -> {
        assertThat(before.told()).allMatch(report -> report.aheadSeconds() == 0);
        assertThat(after.told()).allMatch(report -> report.aheadSeconds() == 6 * 3600);
      }
      case BASE_RATE_SHIFT ->
          assertThat(appeal(after, 0) - appeal(before, 0)).isCloseTo(-0.5, within(1e-6));
      case POSITION_BIAS -> {
        assertThat(before.world().behaviour().attention(3, 10)).isCloseTo(1 / 1.6, within(1e-6));
        assertThat(after.world().behaviour().attention(3, 10)).isCloseTo(1 / 5.0, within(1e-6));
      }
      case FEED_LENGTH -> {
        assertThat(before.world().sessions().feedLength(3, 20)).isEqualTo(20);
        assertThat(after.world().sessions().feedLength(3, 20)).isEqualTo(8);
      }
      case REWIRING -> rewired(before, after);
      case FOLLOW_WAVE -> {
        assertThat(after.changes()).allMatch(each -> each.change() == RelationChange.FOLLOW);
        assertThat(after.changes().size()).isBetween(3 * Lab.USERS, 6 * Lab.USERS);
        assertThat(after.changes().stream().map(each -> each.other()).distinct())
            .hasSizeBetween(3, 5);
      }
      case BOT_WAVE -> {
        var census = after.world().people().census();
        assertThat(before.count(census::isBot)).isZero();
        assertThat(after.count(census::isBot)).isCloseTo(2 * 6 * 200, within(200.0));
      }
      case BRIGADE -> {
        var deeds = after.world().bots().deeds(Lab.END - 1);
        assertThat(before.world().bots().deeds(Lab.END - 1)).isEmpty();
        assertThat(deeds).isNotEmpty().allMatch(d -> d.kinds().contains(EngagementKind.REPORT));
      }
      case ENGAGEMENT_FARM -> {
        var census = after.world().people().census();
        assertThat(after.posts(item -> census.isBot(after.world().content().author(item))))
            .isBetween(0.3, 0.9);
        assertThat(after.world().bots().deeds(Lab.END - 1))
            .isNotEmpty()
            .allMatch(d -> census.isBot(after.world().content().author(d.item())));
      }
      case FEATURE_NULLED,
          FEATURE_CONSTANT,
          FEATURE_SCALED,
          FEATURE_STALE,
          FEATURE_SWAPPED,
          MODEL_FROZEN,
          MODEL_VERSION_SKEW,
          EMBEDDING_VERSION_SKEW,
          SOURCE_STARVED,
          INDEX_STALE,
          TRAINING_SERVING_SKEW,
          LEAKY_BACKFILL -> {
        assertThat(before.injection().faults()).isEmpty();
        assertThat(after.injection().faults())
            .singleElement()
            .matches(fault -> fault.kind().equals(kind.label()) && fault.share() == 1);
      }
    }
  }

  private static int tastesMoved(Run before, Run after) {
    int moved = 0;
    for (int user = 0; user < Lab.USERS; user++) {
      boolean isEqual = true;
      for (int topic = 0; topic < Topics.COUNT; topic++) {
        isEqual &=
            before.world().tastes().of(user, topic) == after.world().tastes().of(user, topic);
      }
      moved += isEqual ? 0 : 1;
    }
    return moved;
  }

  /// Returns what speaks for an item of the last days apart from taste, for somebody.
  private static double appeal(Run run, int back) {
    return run.world().behaviour().appealBeyondTaste(3, run.firstItem() - 1 - back, Lab.END * 900);
  }

  /// Returns by how much the appeal of a video exceeds that of a text, all else taken out.
  private static double videoOverText(Run run) {
    return media(run, MediaKind.VIDEO) - media(run, MediaKind.TEXT);
  }

  private static double media(Run run, MediaKind media) {
    var content = run.world().content();
    for (int back = 0; back < 200; back++) {
      int item = run.firstItem() - 1 - back;
      if (content.media(item) == media && isPlain(run, item)) {
        double hours = (Lab.END * 900 - content.second(item)) / 3600.0;
        return appeal(run, back)
            - 0.7 * content.quality(item)
            + 0.55 * StrictMath.log1p(hours / 12);
      }
    }
    throw new IllegalStateException("no " + media);
  }

  /// Returns whether nothing but media, quality and age speaks for an item with user 3.
  private static boolean isPlain(Run run, int item) {
    var world = run.world();
    var content = world.content();
    return !content.isSponsored(item)
        && content.bait(item) == 0
        && !world.follows().isFollowing(3, content.author(item))
        && content.language(item) == world.people().language(3);
  }

  /// Returns by how much quality moves the appeal, per unit, between two plain items of one kind.
  private static double goodOverBad(Run run) {
    var content = run.world().content();
    int first = -1;
    for (int back = 0; back < 400; back++) {
      int item = run.firstItem() - 1 - back;
      if (isPlain(run, item) && content.media(item) == MediaKind.TEXT) {
        if (first < 0) {
          first = back;
        } else {
          int other = run.firstItem() - 1 - first;
          return (without(run, back) - without(run, first))
              / (content.quality(item) - content.quality(other));
        }
      }
    }
    throw new IllegalStateException("no two plain items");
  }

  private static double without(Run run, int back) {
    int second = run.world().content().second(run.firstItem() - 1 - back);
    double hours = (Lab.END * 900 - second) / 3600.0;
    return appeal(run, back) + 0.55 * StrictMath.log1p(hours / 12);
  }

  private static void mix(Lab lab) {
    var people = lab.moved().world().people();
    IntPredicate inside =
        switch (lab.drift().kind()) {
          case COUNTRY_MIX -> user -> people.country(user).name().equals("BR");
          case AGE_MIX -> user -> Slice.kebab(people.age(user).name()).equals("from-18-to-24");
          default -> user -> people.device(user) == Device.IOS;
        };
    double share = lab.clean().count(inside) / lab.clean().sessions().size();
    double moved = lab.moved().count(inside) / lab.moved().sessions().size();
    assertThat(moved).isCloseTo(3 * share / (3 * share + 1 - share), within(0.06));
    sessions(lab, 1);
  }

  private static void sessions(Lab lab, double factor) {
    double ratio = (double) lab.moved().sessions().size() / lab.clean().sessions().size();
    assertThat(ratio).isCloseTo(factor, within(0.12 * factor));
  }

  private static void arrivals(Lab lab) {
    long newcomers = present(lab.moved()) - present(lab.clean());
    double over = lab.drift().options().span("over").toHours();
    double expected = lab.drift().options().number("share") * Lab.USERS * Math.min(1, 48 / over);
    assertThat((double) newcomers).isCloseTo(expected, within(0.05 * expected + 2));
  }

  private static long present(Run run) {
    long count = 0;
    for (int user = 0; user < run.world().people().size(); user++) {
      count += run.world().presence().isThere(user, Lab.END) ? 1 : 0;
    }
    return count;
  }

  private static double topic(Run run, int topic) {
    return run.posts(item -> run.world().content().topic(item) == topic);
  }

  /// Returns the share of the posts by those who together have half of all follows.
  private static double postsOfTheFamous(Run run) {
    int[] followers = run.world().follows().followers();
    double wanted = Arrays.stream(followers).sum() / 2.0;
    var famous = new HashSet<Integer>();
    for (int user : Known.creators(run.world())) {
      if (wanted > 0) {
        famous.add(user);
        wanted -= followers[user];
      }
    }
    return run.posts(item -> famous.contains(run.world().content().author(item)));
  }

  private static double quality(Run run) {
    return run.items().stream().mapToDouble(run.world().content()::quality).average().orElseThrow();
  }

  private static double bait(Run run) {
    return run.items().stream().mapToDouble(run.world().content()::bait).average().orElseThrow();
  }

  private static void virality(Lab lab, int posts) {
    var content = lab.moved().world().content();
    int lifted = 0;
    for (int item = 0; item < lab.moved().firstItem(); item++) {
      double by = content.quality(item) - lab.clean().world().content().quality(item);
      lifted += by != 0 ? 1 : 0;
      assertThat(by == 0 || Math.abs(by - 3) < 1e-5).isTrue();
    }
    assertThat(lifted).isEqualTo(posts);
    int reposts = 0;
    for (int item = lab.moved().firstItem(); item < content.size(); item++) {
      reposts += content.isRepost(item) ? 1 : 0;
    }
    assertThat((double) reposts).isCloseTo(0.01 * posts * Lab.USERS, within(6.0 * posts));
  }

  private static double clicksFalse(Run before, double probability) {
    long clicks = before.toldOf(EngagementKind.CLICK);
    return clicks + probability * (before.toldOf(EngagementKind.IMPRESSION) - clicks);
  }

  private static void told(Lab lab, EngagementKind kind, double expected) {
    assertThat((double) lab.moved().toldOf(kind)).isCloseTo(expected, within(0.1 * expected + 0.1));
  }

  private static void rewired(Run before, Run after) {
    assertThat(before.changes()).isEmpty();
    assertThat(after.changes())
        .filteredOn(each -> each.change() == RelationChange.UNFOLLOW)
        .hasSizeBetween(
            after.world().follows().edgesOf(Lab.USERS),
            after.world().follows().edgesOf(after.world().people().size()));
  }

  @ParameterizedTest
  @EnumSource(DriftKind.class)
  void saysWhomItTouches(DriftKind kind) {
    var lab = new Lab(Drift.sudden(kind, slice(kind), Lab.onset()));
    boolean[] affected = lab.moved().injection().affected();
    int count = 0;
    for (int user = 0; user < Lab.USERS; user++) {
      count += affected[user] ? 1 : 0;
    }
    boolean isOfSlice = kind.aim() != Aim.AUTHORS && !slice(kind).equals(Slice.ALL);
    assertThat(count).isBetween(isOfSlice ? 50 : Lab.USERS, isOfSlice ? 400 : Lab.USERS);
  }
}

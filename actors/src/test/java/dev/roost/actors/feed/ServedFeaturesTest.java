package dev.roost.actors.feed;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.learn.JoinSettings;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.embed.ReaderTaste;
import dev.roost.model.feature.FeatureExtractor;
import dev.roost.model.feature.FeatureSchema;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemTable;
import dev.roost.model.rank.RankSettings;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import dev.roost.model.retrieve.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ServedFeaturesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UserId READER = new UserId(1);
  private static final Profile PROFILE = new Profile(AgeBand.FROM_25_TO_34, "BR", "pt");
  private static final RequestId REQUEST = new RequestId(9);
  private static final int ITEMS = 12;

  private final ItemTable table = new ItemTable(1024, 2);
  private final Views views = Views.over(table, 10, 1000);
  private final Crowd crowd = views.crowd();

  private static Engagement click(long item) {
    return Engagement.of(new ItemId(item), EngagementKind.CLICK, 0);
  }

  private void publish() {
    table.advance(START);
    for (int i = 0; i < ITEMS; i++) {
      var at = START.plusSeconds(i);
      int row =
          table.append(
              new Post(
                  new ItemId(i), new UserId(10 + i), at, "t", "pt", MediaKind.TEXT, "x", null));
      table.setTotals(row, ItemCounts.of(10 + i, 3, i, 0, 1, 0, 0, 0));
    }
    crowd.note(PROFILE, history(), List.of(click(3), click(4)));
    crowd.advance(START.plusSeconds(60));
  }

  private static ReaderHistory history() {
    return ReaderHistory.empty().after(List.of(click(1), click(2)), START.plusSeconds(50));
  }

  /// What happens between serving and learning: the world moves on.
  private void moveOn() {
    for (int row = 0; row < ITEMS; row++) {
      table.setTotals(row, ItemCounts.of(100, 30, 20, 5, 5, 5, 5, 5));
    }
    table.advance(START.plus(Duration.ofHours(1)));
    crowd.note(PROFILE, history(), List.of(click(5), click(6)));
    crowd.advance(START.plus(Duration.ofHours(1)));
  }

  @Test
  void whatIsLearnedFromIsWhatWasServedBitForBit() {
    publish();
    var view = new ReaderView(READER, PROFILE, START, Relations.none(), history());
    var query = FeedQuery.feed(READER, START.plusSeconds(90), 8);
    var expected = new HashMap<ItemId, float[]>();
    var request = new FeatureExtractor(table, crowd).begin(view, query, ReaderTaste.unknown());
    for (int row = 0; row < ITEMS; row++) {
      var features = new float[FeatureSchema.standard().size()];
      request.fill(row, features, 0);
      expected.put(new ItemId(table.id(row)), features);
    }
    var assembly = new FeedAssembly.Factory(views, RankSettings.usual(), 7).create();
    int[] inNetwork = IntStream.range(0, ITEMS).toArray();
    var feed = assembly.rank(REQUEST, view, query, new InNetwork(inNetwork, new int[0]));

    moveOn();

    var learned = learned(feed);
    assertThat(learned).hasSize(8);
    learned.forEach((item, features) -> assertThat(features).isEqualTo(expected.get(item)));
  }

  private Map<ItemId, float[]> learned(RankedFeed feed) {
    var joiner =
        BehaviorTestKit.create(OutcomeJoiner.create(new JoinSettings(Duration.ZERO, 10, 4)));
    var answers = TestInbox.<OutcomeJoiner.Closed>create();
    var seen = new ArrayList<Engagement>();
    feed.page()
        .items()
        .forEach(item -> seen.add(Engagement.of(item.item(), EngagementKind.IMPRESSION, 0)));
    joiner.run(new OutcomeJoiner.Note(feed.log()));
    joiner.run(new OutcomeJoiner.Outcome(REQUEST, READER, seen, START.plusSeconds(90)));
    joiner.run(new OutcomeJoiner.Close(START.plus(Duration.ofHours(2)), answers.getRef()));
    var learned = new HashMap<ItemId, float[]>();
    for (var example : answers.receiveMessage().examples()) {
      var features = new float[example.featureCount()];
      for (int i = 0; i < features.length; i++) {
        features[i] = example.feature(i);
      }
      learned.put(example.served().item(), features);
    }
    return learned;
  }
}

package dev.roost.model.reader;

import static dev.roost.model.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.roost.model.Gen;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReaderHistoryTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /// What a history ought to hold, in the plainest collections.
  private static final class Plain {

    private record Recent(long atMillis, Set<EngagementKind> kinds) {}

    private final Map<Long, Recent> recent = new LinkedHashMap<>();
    private final List<Long> seen = new ArrayList<>();
    private final List<Long> seenMillis = new ArrayList<>();
    private final List<Instant> positives = new ArrayList<>();

    void add(List<Engagement> batch, Instant at) {
      for (var engagement : batch) {
        long item = engagement.item().value();
        if (engagement.kind() == EngagementKind.IMPRESSION) {
          seen.add(item);
          seenMillis.add(at.truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
        } else if (engagement.kind().isPositive()) {
          positives.add(at);
          var kinds = EnumSet.of(engagement.kind());
          var before = recent.remove(item);
          if (before != null) {
            kinds.addAll(before.kinds());
          }
          recent.put(item, new Recent(at.toEpochMilli(), kinds));
        }
      }
      while (recent.size() > ReaderHistory.RECENT) { // the oldest are let go after each batch
        recent.remove(recent.keySet().iterator().next());
      }
    }
  }

  private static List<Engagement> batch(Gen gen) {
    var batch = new ArrayList<Engagement>();
    int size = gen.whole(0, 12);
    for (int i = 0; i < size; i++) {
      var kinds = EngagementKind.values();
      batch.add(Engagement.of(new ItemId(gen.whole(0, 120)), kinds[gen.whole(0, kinds.length)], i));
    }
    return batch;
  }

  @Test
  void remembersAsPlainCollectionsDo() {
    forAll(
        gen -> {
          var history = ReaderHistory.empty();
          var plain = new Plain();
          var at = START;
          int batches = gen.whole(0, 150);
          for (int i = 0; i < batches; i++) {
            at = at.plus(gen.upTo(Duration.ofHours(3)));
            var batch = batch(gen);
            history = history.after(batch, at);
            plain.add(batch, at);
          }
          check(history, plain, at.plus(gen.upTo(Duration.ofDays(2))));
        });
  }

  private static void check(ReaderHistory history, Plain plain, Instant now) {
    assertThat(history.recentCount()).isEqualTo(plain.recent.size());
    int i = 0;
    for (var entry : plain.recent.entrySet()) {
      assertThat(history.recentItem(i)).isEqualTo(entry.getKey());
      assertThat(history.recentAtMillis(i)).isEqualTo(entry.getValue().atMillis());
      for (var kind : EngagementKind.values()) {
        assertThat(history.recentHas(i, kind)).isEqualTo(entry.getValue().kinds().contains(kind));
      }
      i++;
    }
    int from = Math.max(0, plain.seen.size() - ReaderHistory.SEEN);
    assertThat(seen(history)).isEqualTo(plain.seen.subList(from, plain.seen.size()));
    assertThat(seenMillis(history)).isEqualTo(plain.seenMillis.subList(from, plain.seen.size()));
    double[] counts = history.counts().at(now);
    for (int h = 0; h < ReaderHistory.HALF_LIVES.size(); h++) {
      double halfLife = ReaderHistory.HALF_LIVES.get(h).toMillis();
      double expected =
          plain.positives.stream()
              .mapToDouble(at -> Math.pow(2, -Duration.between(at, now).toMillis() / halfLife))
              .sum();
      double sum = 0;
      for (var kind : EngagementKind.values()) {
        sum += kind.isPositive() ? counts[h * EngagementKind.values().length + kind.ordinal()] : 0;
      }
      assertThat(sum).isCloseTo(expected, withinPercentage(1e-3));
    }
  }

  private static List<Long> seen(ReaderHistory history) {
    return IntStream.range(0, history.seenCount()).mapToObj(history::seenItem).toList();
  }

  private static List<Long> seenMillis(ReaderHistory history) {
    return IntStream.range(0, history.seenCount()).mapToObj(history::seenAtMillis).toList();
  }

  @Test
  void anyEngagementChangesTheFingerprintAndNothingElseDoes() {
    forAll(
        gen -> {
          var batches = Stream.generate(() -> batch(gen)).limit(gen.whole(0, 40)).toList();
          var history = after(batches);
          var more = batch(gen);

          assertThat(after(batches).fingerprint()).isEqualTo(history.fingerprint());
          assertThat(history.after(more, history.lastAt()).fingerprint() == history.fingerprint())
              .isEqualTo(more.isEmpty());
        });
  }

  private static ReaderHistory after(List<List<Engagement>> batches) {
    var history = ReaderHistory.empty();
    for (int i = 0; i < batches.size(); i++) {
      history = history.after(batches.get(i), START.plusSeconds(60L * i));
    }
    return history;
  }

  @Test
  void theOneBeforeIsUnchanged() {
    forAll(
        gen -> {
          var before = ReaderHistory.empty().after(batch(gen), START);
          var plain = seen(before);
          int recent = before.recentCount();

          before.after(batch(gen), START.plusSeconds(60));

          assertThat(seen(before)).isEqualTo(plain);
          assertThat(before.recentCount()).isEqualTo(recent);
        });
  }
}

package dev.roost.actors.feed;

import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.feed.Occasion;
import dev.roost.model.feed.Quality;
import dev.roost.model.feed.Stretch;
import dev.roost.model.reader.ReaderView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Who read lately, and the feeds that were made for them while they were away.
///
/// Each feed is given out once: who asks again wants to see something new.
final class FeedsAhead {

  /// A reader who read.
  private static final class Away {
    private Instant lastRead;
    private FeedQuery first; // the last one for the first page of a session
    private @Nullable Kept kept;

    private Away(FeedQuery query) {
      lastRead = query.at();
      first = query;
    }
  }

  /// A feed, and what it was made from.
  private record Kept(FeedQuery query, RankedFeed feed, long relations, long history) {

    static Kept of(ReaderView reader, FeedQuery query, RankedFeed feed) {
      return new Kept(query, feed, reader.relations().version(), reader.history().fingerprint());
    }

    boolean isOlderThan(Duration age, Instant now) {
      return query.at().plus(age).isBefore(now);
    }

    boolean isBy(String version) {
      return feed.page().modelVersion().equals(version);
    }

    boolean answers(FeedQuery asked) {
      return !asked.explain()
          && asked.limit() <= query.limit()
          && asked.occasion().equals(query.occasion());
    }

    boolean isOf(ReaderView reader) {
      return reader.relations().version() == relations && reader.history().fingerprint() == history;
    }
  }

  private final PrecomputeSettings settings;
  private final SequencedMap<UserId, Away> readers; // the one who read last comes last

  FeedsAhead(PrecomputeSettings settings) {
    this.settings = settings;
    readers =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<UserId, Away> eldest) {
            return size() > settings.readers();
          }
        };
  }

  /// Notes a read, and returns the feed that was made ahead for it, if there is one that the model
  /// now installed would make much the same.
  Optional<RankedFeed> take(ReaderView reader, FeedQuery query, Arms installed) {
    if (!settings.areOn() || query.scope() != FeedQuery.Scope.FEED) {
      return Optional.empty();
    }
    var away = readers.remove(reader.reader());
    if (!isFirst(query)) {
      if (away != null) {
        away.lastRead = query.at();
        readers.put(reader.reader(), away);
      }
      return Optional.empty();
    }
    readers.put(reader.reader(), new Away(query));
    return Optional.ofNullable(away == null ? null : away.kept)
        .filter(kept -> kept.answers(query) && kept.isOf(reader))
        .filter(kept -> kept.isBy(installed.versionFor(reader.reader())))
        .filter(kept -> !kept.isOlderThan(settings.maxAge(), query.at()))
        .map(Kept::feed);
  }

  private static boolean isFirst(FeedQuery query) {
    return query.occasion().depth() == 0 && query.occasion().from() == 0;
  }

  /// Returns the feeds to be made now, for those who are away and have no fresh one, who left last
  /// first; none where no model ranks, since it takes little to put the newest first.
  List<FeedQuery> due(Instant now, Arms installed) {
    var due = new ArrayList<FeedQuery>();
    for (var away : readers.sequencedValues().reversed()) {
      boolean isGone = away.lastRead.plus(settings.idleUntil()).isBefore(now);
      if (isGone || due.size() == settings.feedsPerPulse()) {
        break; // the others left before
      }
      if (isDue(away, now, installed.versionFor(away.first.reader()))) {
        due.add(ahead(away.first, now));
      }
    }
    return due;
  }

  private boolean isDue(Away away, Instant now, String version) {
    boolean isAway = !away.lastRead.plus(settings.idleAfter()).isAfter(now);
    boolean isFresh =
        away.kept != null
            && away.kept.isBy(version)
            && !away.kept.isOlderThan(settings.maxAge(), now);
    return isAway && !isFresh && !version.isEmpty();
  }

  private static FeedQuery ahead(FeedQuery first, Instant now) {
    var occasion = new Occasion(0, 0, first.occasion().device());
    return new FeedQuery(
        first.reader(), now, first.limit(), occasion, FeedQuery.Scope.FEED, Stretch.ALL);
  }

  /// Keeps a feed that was made ahead; returns whether it is of use.
  boolean keep(ReaderView reader, FeedQuery query, RankedFeed feed) {
    var away = readers.get(reader.reader());
    boolean isFull = feed.page().quality() == Quality.FULL;
    if (away == null || !isFull || query.at().isBefore(away.lastRead)) {
      return false;
    }
    away.kept = Kept.of(reader, query, feed);
    return true;
  }
}

package dev.roost.simulator.data;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads HetRec 2011 Last.FM: `user_taggedartists.tsv` and `user_friends.tsv`, months.
///
/// An artist is an item, a tag is a like, a friend row a follow. Tags are dated by month (most name
/// the first day), so all of a month stand at its beginning, and several tags of one user for one
/// artist in one month are one like. Rows before 2002, when the service began, are dropped: the log
/// has five, of 1956 to 1979. A horizon of 28 days would hold no item of an earlier month, so that
/// an artist competes for 366 days after the first tag; baselines are tuned on the first 366. A
/// training learns from three years, as few tags are dated in a month.
///
/// Listening counts are undated and left out. Friends are undated, too, as of 2011: nothing is
/// learned from them, since no artist is a friend.
final class LastfmReader implements LogReader {

  private static final int FIRST_YEAR = 2002;
  private static final Table TAGS =
      new Table('\t', List.of("userID", "artistID", "tagID", "month", "year"), List.of(), true);
  private static final Table FRIENDS =
      new Table('\t', List.of("userID", "friendID"), List.of(), true);

  private record Tag(Instant at, UserId user, ItemId artist) {}

  @Override
  public RecordedLog read(Path path, Problems problems) {
    var names = new Names();
    var tags = new TagRows(names);
    long rows =
        TAGS.read(Table.find(path, "user_taggedartists.tsv", problems), problems, tags::accept);
    var follows = new ArrayList<LoggedFollow>();
    rows +=
        FRIENDS.read(
            Table.find(path, "user_friends.tsv", problems),
            problems,
            row ->
                follows.add(
                    new LoggedFollow(
                        names.user(row.present("userID")), names.user(row.present("friendID")))));
    return new RecordedLog(
        "lastfm",
        tags.events,
        follows,
        new Protocol(
            Duration.ofDays(366),
            Duration.ofDays(366),
            Duration.ofDays(28),
            Duration.ofDays(1098),
            13),
        new Reading(
            rows,
            problems.count(),
            problems.first(),
            tags.dropped,
            "tags dated before " + FIRST_YEAR,
            tags.merged),
        "HetRec 2011, http://ir.ii.uam.es/hetrec2011; Last.fm, http://www.lastfm.com");
  }

  /// Makes events of the rows of tags.
  private static final class TagRows {

    private final Names names;
    private final Set<Tag> seen = new HashSet<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private long dropped;
    private long merged;

    TagRows(Names names) {
      this.names = names;
    }

    void accept(Row row) {
      int year = (int) row.whole("year", 1900, 2199);
      int month = (int) row.whole("month", 1, 12);
      row.present("tagID");
      var user = names.user(row.present("userID"));
      var artist = names.item(row.present("artistID"));
      if (year < FIRST_YEAR) {
        dropped++;
        return;
      }
      var at =
          names.second(LocalDate.of(year, month, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
      if (seen.add(new Tag(at, user, artist))) {
        events.add(new LoggedEvent(at, user, artist, EngagementKind.LIKE, null, "", "ZZ"));
      } else {
        merged++;
      }
    }
  }
}

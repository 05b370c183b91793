package dev.roost.simulator.data;

import dev.roost.model.domain.EngagementKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads CiaoDVD: `reviews.csv` and `trusts.csv`, days.
///
/// A film is an item, its genre the topic, a review an engagement: a like from four stars on, else
/// a comment, since writing about a film is interest, whatever is written. Nothing says who read a
/// review. A trust row is a follow; it is undated, so it tells how things stood in 2013, and is no
/// way to find films, since none is by a reviewer.
///
/// Few films of the first 30 days are reviewed again, so baselines are tuned on the first 366 days,
/// and a training learns from as many.
final class CiaodvdReader implements LogReader {

  private static final Table REVIEWS =
      new Table(',', List.of("user_id", "movie_id", "genre_id", "rating", "date"), List.of(), true);
  private static final Table TRUSTS =
      new Table(',', List.of("trustor_id", "trustee_id"), List.of(), true);

  @Override
  public RecordedLog read(Path path, Problems problems) {
    var names = new Names();
    var events = new ArrayList<LoggedEvent>();
    long rows =
        REVIEWS.read(
            Table.find(path, "reviews.csv", problems),
            problems,
            row -> events.add(review(row, names)));
    var follows = new ArrayList<LoggedFollow>();
    rows +=
        TRUSTS.read(
            Table.find(path, "trusts.csv", problems),
            problems,
            row -> follows.add(trust(row, names)));
    return new RecordedLog(
        "ciaodvd",
        events,
        follows,
        new Protocol(
            Duration.ofDays(28),
            Duration.ofDays(366),
            Duration.ofDays(28),
            Duration.ofDays(366),
            1),
        new Reading(rows, problems.count(), problems.first(), 0, "", 0),
        "Guo et al., ETAF: An extended trust antecedents framework for trust prediction, 2014");
  }

  private static LoggedEvent review(Row row, Names names) {
    return new LoggedEvent(
        Times.day(row, "date", names),
        names.user(row.present("user_id")),
        names.item(row.present("movie_id")),
        row.whole("rating", 1, 5) >= 4 ? EngagementKind.LIKE : EngagementKind.COMMENT,
        null,
        names.text("genre " + row.present("genre_id")),
        "ZZ");
  }

  private static LoggedFollow trust(Row row, Names names) {
    return new LoggedFollow(
        names.user(row.present("trustor_id")), names.user(row.present("trustee_id")));
  }
}

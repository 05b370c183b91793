package dev.roost.simulator.data;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.UserId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a log of one's own: one CSV file, or `events.csv` in a folder, plain or `.gz`.
///
/// The header is `user,item,timestamp,event[,author][,topic][,country]`, in any order.
///
/// | column | holds |
/// |---|---|
/// | `user`, `item` | any text; equal texts are the same user or item |
/// | `timestamp` | seconds since 1970, or `2016-03-14T13:54:36Z`, or a day in UTC |
/// | `event` | `click`, `like`, `share`, `comment`, `view`, `hide` or `report` |
/// | `author` | who published the item, named as a `user`; blank or always the same |
/// | `topic` | at most 64 characters |
/// | `country` | of the user: two letters of ISO 3166; else unknown |
///
/// An item is published at its first event, with the author and topic of that row. Rows need not
/// be in order of time.
final class OwnLogReader implements LogReader {

  private static final Table TABLE =
      new Table(
          ',',
          List.of("user", "item", "timestamp", "event"),
          List.of("author", "topic", "country"),
          false);

  @Override
  public RecordedLog read(Path path, Problems problems) {
    var rows = new Rows();
    long count =
        TABLE.read(Table.find(path, "events.csv", problems), problems, row -> rows.accept(row));
    return new RecordedLog(
        "csv",
        rows.events,
        List.of(),
        Protocol.fine(),
        new Reading(count, problems.count(), problems.first(), 0, "", 0),
        "");
  }

  /// Makes events of the rows.
  private static final class Rows {

    private final Names names = new Names();
    private final Map<ItemId, UserId> authors = new HashMap<>();
    private final List<LoggedEvent> events = new ArrayList<>();

    void accept(Row row) {
      String topic = row.text("topic");
      if (topic.length() > Post.MAX_TOPIC) {
        throw new BadRowException("topic is longer than 64 characters: " + topic.length());
      }
      var at = Times.any(row, "timestamp", names);
      var kind = kind(row.present("event"));
      var user = names.user(row.present("user"));
      var item = names.item(row.present("item"));
      events.add(
          new LoggedEvent(
              at,
              user,
              item,
              kind,
              author(row, item),
              names.text(topic),
              names.country(row.text("country"))));
    }

    private @Nullable UserId author(Row row, ItemId item) {
      if (row.text("author").isBlank()) {
        return null;
      }
      var author = names.user(row.text("author"));
      var known = authors.putIfAbsent(item, author);
      if (known != null && !known.equals(author)) {
        throw new BadRowException("an earlier row names another author of this item");
      }
      return author;
    }

    private static EngagementKind kind(String text) {
      try {
        var kind = EngagementKind.valueOf(text.toUpperCase(Locale.ROOT));
        if (kind != EngagementKind.IMPRESSION) {
          return kind;
        }
      } catch (IllegalArgumentException _) {
        throw unknown(text);
      }
      throw unknown(text);
    }

    private static BadRowException unknown(String text) {
      return new BadRowException(
          "unknown event "
              + Row.shown(text)
              + "; expected click, like, share, comment, view, hide or report");
    }
  }
}

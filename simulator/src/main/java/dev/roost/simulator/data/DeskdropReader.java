package dev.roost.simulator.data;

import static dev.roost.model.domain.EngagementKind.CLICK;
import static dev.roost.model.domain.EngagementKind.COMMENT;
import static dev.roost.model.domain.EngagementKind.LIKE;
import static dev.roost.model.domain.EngagementKind.SHARE;

import dev.roost.model.domain.EngagementKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads "Articles sharing and reading from CI&T DeskDrop": `users_interactions.csv`, seconds.
///
/// | in the log | here | because |
/// |---|---|---|
/// | `VIEW` | click | the post was opened |
/// | `LIKE` | like | |
/// | `BOOKMARK` | share | the strongest sign without words: kept for later |
/// | `FOLLOW` | like | it means "follow this post's comments"; nobody is followed |
/// | `COMMENT CREATED` | comment | |
///
/// The log names no authors. A country that is blank or no ISO code is unknown.
final class DeskdropReader implements LogReader {

  private static final String FILE = "users_interactions.csv";
  private static final Table TABLE =
      new Table(
          ',',
          List.of("timestamp", "eventType", "contentId", "personId", "userCountry"),
          List.of(),
          true);
  private static final Map<String, EngagementKind> KINDS =
      Map.of(
          "VIEW",
          CLICK,
          "LIKE",
          LIKE,
          "BOOKMARK",
          SHARE,
          "FOLLOW",
          LIKE,
          "COMMENT CREATED",
          COMMENT);

  @Override
  public RecordedLog read(Path path, Problems problems) {
    var names = new Names();
    var events = new ArrayList<LoggedEvent>();
    var file = Table.find(path, FILE, problems);
    long rows = TABLE.read(file, problems, row -> events.add(event(row, names)));
    return new RecordedLog(
        "deskdrop",
        events,
        List.of(),
        Protocol.fine(),
        new Reading(rows, problems.count(), problems.first(), 0, "", 0),
        "Articles sharing and reading from CI&T DeskDrop");
  }

  private static LoggedEvent event(Row row, Names names) {
    var kind = KINDS.get(row.present("eventType"));
    if (kind == null) {
      throw new BadRowException("unknown eventType " + Row.shown(row.text("eventType")));
    }
    return new LoggedEvent(
        Times.second(row, "timestamp", names),
        names.user(row.present("personId")),
        names.item(row.present("contentId")),
        kind,
        null,
        "",
        names.country(row.text("userCountry")));
  }
}

package dev.roost.simulator.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the mutual follows of Twitch (MUSAE): `NAME_edges.csv`, one row for each friendship.
public final class FriendshipReader {

  private static final Table TABLE = new Table(',', List.of("from", "to"), List.of(), true);

  private FriendshipReader() {}

  /// Returns the friendships, each one way only.
  ///
  /// @param folder of the data set
  /// @param name of the part, such as `DE`
  /// @throws InvalidDataException if the file is missing, cut short or has a malformed row
  public static List<LoggedFollow> read(Path folder, String name) {
    var problems = new Problems();
    var names = new Names();
    var friends = new ArrayList<LoggedFollow>();
    TABLE.read(
        Table.find(folder, name + "_edges.csv", problems),
        problems,
        row ->
            friends.add(
                new LoggedFollow(names.user(row.present("from")), names.user(row.present("to")))));
    problems.requireAtMost(0);
    return friends;
  }
}

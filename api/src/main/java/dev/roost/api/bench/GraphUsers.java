package dev.roost.api.bench;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import dev.roost.model.reader.Relations;
import java.time.Instant;

/// The users of a graph as the actors know them.
///
/// @param since when all of them opened their accounts
public record GraphUsers(FollowGraph graph, Instant since) {

  private static final String TEXT = "a post of a generated graph";

  /// Returns a user as the outside knows them: identifiers of real users are scattered.
  public static UserId id(int user) {
    return new UserId(Chance.mix(user + 1L));
  }

  /// Returns a reader with all follows of the graph.
  public ReaderView view(int reader) {
    var relations = Relations.none();
    for (int i = 0; i < graph.followCount(reader); i++) {
      relations = relations.after(RelationChange.FOLLOW, id(graph.follow(reader, i)).value());
    }
    return new ReaderView(id(reader), Profile.unknown(), since, relations, ReaderHistory.empty());
  }

  /// Returns a post.
  ///
  /// @param number makes its identifier; each only once
  public Post post(int author, long number, Instant at) {
    return new Post(
        new ItemId(Chance.mix(number)), id(author), at, "", "en", MediaKind.TEXT, TEXT, null);
  }
}

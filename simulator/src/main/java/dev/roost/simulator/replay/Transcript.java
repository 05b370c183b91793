package dev.roost.simulator.replay;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedItem;
import dev.roost.model.feed.FeedPage;
import dev.roost.simulator.report.Invariant;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/// What a recommender answered: its digest, and whether each answer was a whole one.
final class Transcript {

  private final MessageDigest sha;
  private long pages;
  private long violations;
  private String first = "";

  Transcript() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Adds an answer.
  ///
  /// @param answers items that must be in it
  /// @param candidates how many items it must have, each once
  void add(UserId reader, Instant at, FeedPage page, List<ItemId> answers, int candidates) {
    pages++;
    var items = new HashSet<ItemId>();
    var bytes = ByteBuffer.allocate(Long.BYTES * (2 + 2 * page.items().size()));
    bytes.putLong(reader.value()).putLong(at.toEpochMilli());
    for (FeedItem item : page.items()) {
      items.add(item.item());
      bytes.putLong(item.item().value()).putDouble(item.probability());
    }
    sha.update(bytes.flip());
    if (page.items().size() != candidates
        || items.size() != candidates
        || !items.containsAll(answers)) {
      violations++;
      first =
          first.isEmpty()
              ? page.items().size() + " items instead of " + candidates + " at " + at
              : first;
    }
  }

  long pages() {
    return pages;
  }

  List<Invariant> invariants() {
    return List.of(new Invariant("every live item is ranked once", pages, violations, first));
  }

  /// Returns the digest of all answers, and begins anew.
  String digest() {
    return HexFormat.of().formatHex(sha.digest());
  }
}

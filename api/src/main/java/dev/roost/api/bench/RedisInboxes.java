package dev.roost.api.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.OptionalLong;

/// The usual peer: inboxes in Redis, trimmed after each delivery, commands pipelined. They are full
/// before the first round, as those of a service that has run for a while.
///
/// What was sent is counted; that it arrived is looked up in the inboxes of a sample of readers
/// after each round.
final class RedisInboxes implements Contestant {

  /// How an inbox is kept.
  enum Kind {
    /// A list, newest first.
    LIST(
        "for r = ARGV[1], ARGV[2] - 1 do redis.call('RPUSH', r, unpack(inbox)) end",
        "inbox[i] = FIRST + N - i",
        Integer.MAX_VALUE),
    /// A set sorted by post; at this length an entry takes some 100 bytes, so that it gets a
    /// sample.
    SORTED_SET(
        "for r = ARGV[1], ARGV[2] - 1 do redis.call('ZADD', r, unpack(inbox)) end",
        "inbox[2 * i - 1] = FIRST + i; inbox[2 * i] = FIRST + i",
        20_000);

    private final String fill;
    private final int mostReaders;

    Kind(String forEachReader, String forEachEntry, int mostReaders) {
      fill =
          "local FIRST = ARGV[3] + 0; local N = ARGV[4] + 0; local inbox = {}; for i = 1, N do "
              + forEachEntry
              + " end; "
              + forEachReader;
      this.mostReaders = mostReaders;
    }
  }

  private static final int FIRST_ROW = 1_000_000_000; // as wide as the 32 bits that others store
  private static final int READERS_A_CALL = 500;
  private static final int SAMPLE = 1_000; // readers whose inboxes are looked into
  private static final byte[] LPUSH = word("LPUSH");
  private static final byte[] LTRIM = word("LTRIM");
  private static final byte[] ZADD = word("ZADD");
  private static final byte[] ZREMRANGEBYRANK = word("ZREMRANGEBYRANK");
  private static final byte[] FIRST = word("0");
  private static final byte[] LAST = word(Integer.toString(INBOX - 1));
  private static final byte[] LAST_TOO_OLD = word(Integer.toString(-INBOX - 1));

  private final FollowGraph graph;
  private final Kind kind;
  private final long most;
  private final RedisServer server;
  private final int readers;
  private final long bytes;
  private long row = FIRST_ROW + INBOX; // rows up to it are in inboxes

  /// Starts a server and fills its inboxes.
  ///
  /// @param most deliveries of a round, about
  RedisInboxes(FollowGraph graph, Kind kind, Path program, long most) {
    this.graph = graph;
    this.kind = kind;
    this.most = most;
    readers = Math.min(graph.users(), kind.mostReaders);
    server = RedisServer.start(program);
    try {
      long before = server.usedBytes();
      fill();
      bytes = server.usedBytes() - before;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static byte[] word(String word) {
    return word.getBytes(US_ASCII);
  }

  private void fill() {
    for (int from = 0; from < readers; from += READERS_A_CALL) {
      server.client().begin(7);
      server.client().word("EVAL").word(kind.fill).word(0);
      server.client().word(from).word(Math.min(readers, from + READERS_A_CALL));
      server.client().word(FIRST_ROW).word(INBOX);
    }
    server.client().finish();
  }

  @Override
  public Delivery prepare(PostRound round) {
    int posts = round.postsFor(most, this::reached);
    long deliveries = 0;
    for (int post = 0; post < posts; post++) {
      deliveries += reached(round.author(post));
    }
    long first = row + 1;
    return new Delivery(deliveries, () -> deliver(round, posts), () -> verify(round, posts, first));
  }

  /// Fails unless the newest entry of each reader of a sample is the last post that went there, and
  /// the inbox is full.
  private void verify(PostRound round, int posts, long first) {
    int step = Math.max(1, readers / SAMPLE);
    long[] newest = new long[readers]; // 0 for none of this round
    for (int post = 0; post < posts; post++) {
      int author = round.author(post);
      for (int i = 0; i < reached(author); i++) {
        newest[graph.follower(author, i)] = first + post;
      }
    }
    for (int reader = 0; reader < readers; reader += step) {
      if (newest[reader] != 0) {
        requireNewest(reader, newest[reader]);
        requireFull(reader);
      }
    }
  }

  private void requireNewest(int reader, long expected) {
    var client = server.client();
    boolean isNewest =
        switch (kind) {
          case LIST -> {
            client.begin(3);
            client.word("LINDEX").word(reader).word(0);
            yield client.finish().equals(Long.toString(expected));
          }
          case SORTED_SET -> {
            client.begin(3);
            client.word("ZREVRANK").word(reader).word(expected);
            yield client.finish().equals("0");
          }
        };
    if (!isNewest) {
      throw new BenchException.WrongWork(
          "Redis: the newest entry of reader %d is not post %d".formatted(reader, expected));
    }
  }

  private void requireFull(int reader) {
    server.client().begin(2);
    server.client().word(kind == Kind.LIST ? "LLEN" : "ZCARD").word(reader);
    var length = server.client().finish();
    if (!length.equals(Integer.toString(INBOX))) {
      throw new BenchException.WrongWork(
          "Redis: the inbox of reader %d has %s entries, not %d".formatted(reader, length, INBOX));
    }
  }

  /// Returns how many followers of an author have inboxes here.
  private int reached(int author) {
    int count = graph.followerCount(author);
    while (count > 0 && graph.follower(author, count - 1) >= readers) {
      count--;
    }
    return count;
  }

  private long deliver(PostRound round, int posts) {
    long deliveries = 0;
    for (int post = 0; post < posts; post++) {
      row++;
      int author = round.author(post);
      int count = reached(author);
      for (int i = 0; i < count; i++) {
        deliver(graph.follower(author, i));
      }
      deliveries += count;
    }
    server.client().finish();
    return deliveries;
  }

  private void deliver(int reader) {
    var client = server.client();
    switch (kind) {
      case LIST -> {
        client.begin(3);
        client.word(LPUSH).word(reader).word(row);
        client.begin(4);
        client.word(LTRIM).word(reader).word(FIRST).word(LAST);
      }
      case SORTED_SET -> {
        client.begin(4);
        client.word(ZADD).word(reader).word(row).word(row);
        client.begin(4);
        client.word(ZREMRANGEBYRANK).word(reader).word(FIRST).word(LAST_TOO_OLD);
      }
    }
  }

  @Override
  public int readers() {
    return readers;
  }

  @Override
  public OptionalLong bytesOutside() {
    return OptionalLong.of(bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}

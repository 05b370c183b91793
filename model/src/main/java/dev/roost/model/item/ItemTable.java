package dev.roost.model.item;

import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// A row for each retained item: what ranking reads, in columns of primitives.
///
/// One writer appends rows to a ring of fixed chunks that never move; any number of readers follow.
/// A row becomes visible when [#published()] passes it. Row numbers are 32 bits, count up, and
/// wrap; they are compared by difference only. A row leaves when it is older than the horizon or
/// the ring is full; a reader that took long checks [#isLive(int)] again after reading. Memory is
/// about 290 bytes a row and 8 bytes a dimension, whatever is in it.
///
/// Rows come nearly in order of time. One that is older than a row before it is *late*; all others
/// are newer than everything before them, so that among them the order of rows is that of time. The
/// rows of an author form a chain, and each row knows the [#LINKS] before it, so that a walk
/// touches one line of memory for as many rows.
///
/// Engagement is kept as integer totals by kind and as *heat*: totals that fade by half-lives,
/// brought to a common instant by the writer in [#advance(Instant)], so that readers never decay.
public final class ItemTable {

  /// Half-lives of heat, shortest first.
  public static final List<Duration> HEAT_HALF_LIVES =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30));

  /// How many half-lives of heat there are.
  public static final int HALF_LIVES = HEAT_HALF_LIVES.size();

  /// Most rows that lie beside each other in memory.
  public static final int BLOCK = Chunk.ROWS;

  /// How many embedding spaces a row has places in.
  public static final int COLUMNS = 2;

  /// Earlier rows of the same author that a row knows.
  public static final int LINKS = Chunk.LINKS;

  static final int HEATS = 2 * HALF_LIVES; // of positive engagements, then of impressions

  private static final VarHandle PUBLISHED;

  static {
    try {
      PUBLISHED = MethodHandles.lookup().findVarHandle(ItemTable.class, "published", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int capacity;
  private final Chunk[] chunks;
  private final int dimensions;
  private final RowIndex byId;
  private final RowIndex byAuthor;
  private final RowBits special; // may not be shown, or not everywhere, or not in order of time
  private volatile int oldest;
  private int published; // by PUBLISHED
  private long newestMillis = Long.MIN_VALUE; // of all rows so far, with the item below
  private long newestItem;
  private final WriterTotals writers;
  private final float[] place; // of the post being appended
  private volatile Spaces spaces;
  private volatile int[] trending = {};
  private volatile long asOfMillis;
  private volatile double[] hottest = new double[HALF_LIVES]; // positive heat at asOfMillis
  private volatile long horizonMillis = Long.MIN_VALUE / 2; // far from underflow

  /// The embedding spaces that the two columns hold; the newer one is `active`.
  private record Spaces(ItemEmbedder active, int column, ItemEmbedder other) {}

  /// Returns a table without rows.
  ///
  /// @param capacity most rows retained; a power of two, at least 1,024
  /// @param dimensions of the embeddings, at least 1
  public ItemTable(int capacity, int dimensions) {
    if (capacity < Chunk.ROWS || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of two from 1,024: " + capacity);
    }
    if (dimensions < 1) {
      throw new IllegalArgumentException("dimensions must be at least 1: " + dimensions);
    }
    this.capacity = capacity;
    this.dimensions = dimensions;
    chunks = new Chunk[capacity >>> Chunk.BITS];
    spaces = new Spaces(ItemEmbedder.origin(dimensions), 0, ItemEmbedder.origin(dimensions));
    byId = new RowIndex(capacity, new IdOf(this));
    byAuthor = new RowIndex(capacity, new AuthorOf(this));
    special = new RowBits(capacity);
    writers = new WriterTotals(capacity);
    place = new float[dimensions];
  }

  /// The keys of the index by item.
  private record IdOf(ItemTable table) implements IntToLongFunction {
    @Override
    public long applyAsLong(int row) {
      return table.chunk(row).id[slot(row)];
    }
  }

  /// The keys of the index by author.
  private record AuthorOf(ItemTable table) implements IntToLongFunction {
    @Override
    public long applyAsLong(int row) {
      return table.chunk(row).author[slot(row)];
    }
  }

  private Chunk chunk(int row) {
    return chunks[(row & (capacity - 1)) >>> Chunk.BITS];
  }

  private static int slot(int row) {
    return row & (Chunk.ROWS - 1);
  }

  // ---- the writer ----

  /// Appends a post and makes it visible; returns its row, or that of the post already there.
  public int append(Post post) {
    return append(post, ItemStatus.LIVE);
  }

  /// Appends a post that is of `status` from the start, so that one withdrawn before it arrived is
  /// never seen; returns its row, or that of the post already there, whose status stays.
  public int append(Post post, ItemStatus status) {
    return append(post, status, 0);
  }

  /// Appends a post as [#append(Post, ItemStatus)] does.
  ///
  /// @param acknowledgedMicros when its author was told that it is stored, in microseconds since
  ///     the epoch; 0 if unknown
  public int append(Post post, ItemStatus status, long acknowledgedMicros) {
    long known = byId.find(post.id().value());
    if (known >= 0 && isRetained((int) known)) {
      return (int) known;
    }
    int row = published;
    int from = oldest;
    if (row - from == capacity) {
      oldest = from + 1;
      VarHandle.storeStoreFence(); // whoever sees the new row's values sees that the old one left
    }
    long previous = newestBy(post.author().value()); // before its place in the ring is taken
    int at = (row & (capacity - 1)) >>> Chunk.BITS;
    if (chunks[at] == null) {
      chunks[at] = new Chunk(dimensions);
    }
    chunks[at].fill(slot(row), post, status, acknowledgedMicros);
    embed(chunks[at], slot(row), post);
    link(row, previous);
    boolean late = isLate(post);
    chunks[at].late[slot(row)] = late;
    special.set(row, late || post.original() != null || status != ItemStatus.LIVE);
    PUBLISHED.setRelease(this, row + 1);
    byId.put(row); // after the row is visible: until then the one before is found
    byAuthor.put(row);
    return row;
  }

  /// Loads what appending the next posts looks at and writes, in steps whose loads do not depend on
  /// each other: so they wait for memory together. Changes nothing.
  ///
  /// @param ids of the posts, in the order in which they will be appended
  /// @param authors of these posts
  /// @param count how many they are
  /// @return what was loaded, so that it is not left out
  public long touch(long[] ids, long[] authors, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += byId.touch(ids[i]) + byAuthor.touch(authors[i]);
    }
    for (int i = 0; i < count; i++) {
      long previous = byAuthor.guess(authors[i]);
      sum += previous < 0 ? 0 : chunk((int) previous).touchLinks(slot((int) previous));
    }
    for (int i = 0; i < count; i++) {
      int at = ((published + i) & (capacity - 1)) >>> Chunk.BITS;
      sum += chunks[at] == null ? 0 : chunks[at].touch(slot(published + i));
    }
    return sum;
  }

  private void link(int row, long previous) {
    chunk(row).unlink(slot(row));
    if (previous >= 0) {
      chunk(row).link(slot(row), row - (int) previous, chunk((int) previous), slot((int) previous));
    }
  }

  private boolean isLate(Post post) {
    long millis = post.at().toEpochMilli();
    long item = post.id().value();
    boolean late =
        millis < horizonMillis
            || millis < newestMillis
            || (millis == newestMillis && Long.compareUnsigned(item, newestItem) < 0);
    if (!late) {
      newestMillis = millis;
      newestItem = item;
    }
    return late;
  }

  private void embed(Chunk chunk, int at, Post post) {
    var now = spaces;
    now.active().embed(post, place);
    chunk.place(at, now.column(), place);
    now.other().embed(post, place);
    chunk.place(at, 1 - now.column(), place);
  }

  /// Returns the two letters of a language as one number.
  public static short language(String code) {
    return (short) (code.charAt(0) << 8 | code.charAt(1));
  }

  /// Sets the totals of a row; what they grew by since then is new heat.
  public void setTotals(int row, ItemCounts totals) {
    var chunk = chunk(row);
    chunk.setTotals(slot(row), totals, asOfMillis, writers);
    for (int i = 0; i < HALF_LIVES; i++) {
      hottest[i] = Math.max(hottest[i], chunk.heat[slot(row) * HEATS + i]);
    }
  }

  /// Sets whether a row may be shown.
  public void setStatus(int row, ItemStatus status) {
    var chunk = chunk(row);
    int at = slot(row);
    chunk.status[at] = (byte) status.ordinal();
    special.set(
        row, status != ItemStatus.LIVE || chunk.late[at] || chunk.id[at] != chunk.originalId[at]);
  }

  /// Brings all heat to the instant `now`; does nothing if it is there already.
  public void advance(Instant now) {
    long elapsed = now.toEpochMilli() - asOfMillis;
    if (elapsed <= 0) {
      return;
    }
    var factors = new double[HEATS];
    for (int i = 0; i < HEATS; i++) {
      double halfLife = HEAT_HALF_LIVES.get(i % HALF_LIVES).toMillis();
      factors[i] = StrictMath.pow(2, -elapsed / halfLife);
    }
    var most = new double[HALF_LIVES];
    for (int row = oldest; row != published; row++) {
      var chunk = chunk(row);
      chunk.fade(slot(row), factors);
      for (int i = 0; i < HALF_LIVES; i++) {
        most[i] = Math.max(most[i], chunk.heat[slot(row) * HEATS + i]);
      }
    }
    hottest = most;
    asOfMillis = now.toEpochMilli();
  }

  /// Lets rows go that were posted before `horizon` and precede every younger row.
  public void retireBefore(Instant horizon) {
    long millis = horizon.toEpochMilli();
    horizonMillis = Math.max(horizonMillis, millis);
    int row = oldest;
    while (row != published && chunk(row).atMillis[slot(row)] < millis) {
      chunk(row).post[slot(row)] = null;
      row++;
    }
    oldest = row;
  }

  /// Places all rows in a new space and makes it the active one; the one before stays readable.
  public void install(ItemEmbedder embedder) {
    install(embedder, spaces.active().version());
  }

  /// Places all rows in a new space and makes it the active one; of the two before, that of version
  /// `keep` stays readable, or the active one if neither is of it.
  public void install(ItemEmbedder embedder, String keep) {
    if (embedder.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          "embedder has " + embedder.dimensions() + " dimensions, table " + dimensions);
    }
    var now = spaces;
    boolean keepsOther = now.other().version().equals(keep) && !now.active().version().equals(keep);
    int column = keepsOther ? now.column() : 1 - now.column();
    for (int row = oldest; row != published; row++) {
      var post = chunk(row).post[slot(row)];
      if (post != null) {
        embedder.embed(post, place);
        chunk(row).place(slot(row), column, place);
      }
    }
    spaces = new Spaces(embedder, column, keepsOther ? now.other() : now.active());
  }

  /// Publishes the rows that are trending, best first; the array is not modified afterwards.
  public void setTrending(int[] rows) {
    trending = rows.clone();
  }

  // ---- the readers ----

  /// Returns the most rows that are retained.
  public int capacity() {
    return capacity;
  }

  /// Returns the row after the newest visible one.
  public int published() {
    return (int) PUBLISHED.getAcquire(this);
  }

  /// Returns the oldest row retained; equal to [#published()] if there is none. What was read of a
  /// row that is not before it belonged to that row.
  public int oldest() {
    VarHandle.loadLoadFence(); // what was read of rows before was read before they could leave
    return oldest;
  }

  /// Returns the latest horizon in epoch milliseconds. A row from before it may still be retained
  /// where rows did not come in order of time.
  public long horizonMillis() {
    return horizonMillis;
  }

  /// Returns the number of rows retained.
  public int size() {
    return published() - oldest;
  }

  /// Returns whether the row is retained and may be shown.
  public boolean isLive(int row) {
    return isRetained(row) && chunk(row).status[slot(row)] == 0;
  }

  /// Returns whether the row is retained, shown or not.
  public boolean isRetained(int row) {
    VarHandle.loadLoadFence(); // what was read of the row before was read before it could leave
    int from = oldest;
    return Integer.compareUnsigned(row - from, published() - from) < 0;
  }

  /// Returns the row of an item as an unsigned 32-bit number, or -1 if it is not retained.
  public long rowOf(long item) {
    long row = byId.find(item);
    return row >= 0 && isRetained((int) row) ? row : -1;
  }

  /// Returns the newest row of an author as an unsigned 32-bit number, or -1 if none is retained.
  public long newestBy(long author) {
    long row = byAuthor.find(author);
    return row >= 0 && isRetained((int) row) ? row : -1;
  }

  /// Returns the row before this one by the same author, or -1 if none is retained.
  public long previousByAuthor(int row) {
    int distance = distanceBefore(row, 0);
    return distance != 0 && isRetained(row - distance)
        ? Integer.toUnsignedLong(row - distance)
        : -1;
  }

  /// Returns by how much a row precedes this one, of the same author: `i` rows of the author stand
  /// between them. 0 if there is none; the row meant may have left.
  ///
  /// @param i from 0 to [#LINKS] - 1
  public int distanceBefore(int row, int i) {
    return chunk(row).before[slot(row) * LINKS + i];
  }

  /// Loads what [#distanceBefore(int, int)] looks at; returns what was loaded, so that it is not
  /// left out.
  public int touchLinks(int row) {
    return chunk(row).before[slot(row) * LINKS];
  }

  /// Returns whether the row is late: older than a row before it, by time and then by identifier.
  public boolean isLate(int row) {
    return chunk(row).late[slot(row)];
  }

  /// Returns whether the row may be shown to all who follow its author, and stands in order of time
  /// among all such rows: live, not a repost, not late. Other rows need a closer look.
  public boolean isPlain(int row) {
    return !special.get(row);
  }

  /// Returns when the author was told that the post is stored, in microseconds since the epoch, or
  /// 0 if that is not known.
  public long acknowledgedMicros(int row) {
    return chunk(row).acknowledgedMicros[slot(row)];
  }

  /// Returns the post of an item, whatever its status, or empty if it is not retained.
  public Optional<Post> post(ItemId item) {
    long row = rowOf(item.value());
    return row < 0 ? Optional.empty() : Optional.ofNullable(post((int) row));
  }

  /// Returns the post of a row, or null if the row just left.
  public @Nullable Post post(int row) {
    return chunk(row).post[slot(row)];
  }

  /// Returns the item of a row.
  public long id(int row) {
    return chunk(row).id[slot(row)];
  }

  /// Returns who posted or reposted the row.
  public long author(int row) {
    return chunk(row).author[slot(row)];
  }

  /// Returns who wrote what the row shows: the original's author for a repost.
  public long writer(int row) {
    return chunk(row).writer[slot(row)];
  }

  /// Returns the item that the row shows: the original for a repost, itself otherwise.
  public long originalId(int row) {
    return chunk(row).originalId[slot(row)];
  }

  /// Returns the row of what a row shows: that of the original of a repost where it is retained.
  public int originalRow(int row) {
    if (originalId(row) == id(row)) {
      return row;
    }
    long original = rowOf(originalId(row));
    return (int) (original < 0 ? row : original);
  }

  /// Returns when the row was posted, in epoch milliseconds.
  public long atMillis(int row) {
    return chunk(row).atMillis[slot(row)];
  }

  /// Returns the hash of the row's topic, 0 if it has none.
  public int topic(int row) {
    return chunk(row).topic[slot(row)];
  }

  /// Returns the row's language as [#language(String)] packs it.
  public short languageOf(int row) {
    return chunk(row).language[slot(row)];
  }

  /// Returns whether the row may be shown.
  public ItemStatus status(int row) {
    return ItemStatus.values()[chunk(row).status[slot(row)]];
  }

  /// Returns the total of a kind.
  public int count(int row, EngagementKind kind) {
    return chunk(row).counts[slot(row) * Chunk.KINDS + kind.ordinal()];
  }

  /// Returns the totals of a row.
  public ItemCounts counts(int row) {
    return chunk(row).counts(slot(row));
  }

  /// Returns positive engagements, faded by the half-life of that index.
  public double positives(int row, int halfLife) {
    return chunk(row).heat[slot(row) * HEATS + halfLife];
  }

  /// Returns impressions, faded by the half-life of that index.
  public double impressions(int row, int halfLife) {
    return chunk(row).heat[slot(row) * HEATS + HALF_LIVES + halfLife];
  }

  /// Returns the positive heat of the hottest row, retained or lately gone.
  public double hottest(int halfLife) {
    return hottest[halfLife];
  }

  /// Returns when a positive engagement with the row was last noticed, in epoch milliseconds, 0 if
  /// never.
  public long positiveMillis(int row) {
    return chunk(row).positiveMillis[slot(row)];
  }

  /// Returns what readers did with everything by each writer, to be asked while a request lasts.
  public WriterTotals.Slots writers() {
    return writers.slots();
  }

  /// Returns the instant to which heat refers.
  public Instant asOf() {
    return Instant.ofEpochMilli(asOfMillis);
  }

  /// Returns the number of dimensions of the embeddings.
  public int dimensions() {
    return dimensions;
  }

  /// Returns the column that holds the space of that version, or -1 if neither does.
  public int columnOf(String version) {
    var now = spaces;
    if (now.active().version().equals(version)) {
      return now.column();
    }
    return now.other().version().equals(version) ? 1 - now.column() : -1;
  }

  /// Returns the version of the space that a column holds, empty if none was installed there.
  public String spaceOf(int column) {
    var now = spaces;
    return (column == now.column() ? now.active() : now.other()).version();
  }

  /// Returns the dot product of a row's place with `direction`.
  ///
  /// @param column of [#columnOf(String)]
  /// @param direction shape `[dimensions]`
  public float dot(int row, int column, float[] direction) {
    return chunk(row).dot(slot(row), column, direction);
  }

  /// Writes the dot products of consecutive rows' places with `direction`; returns how many rows
  /// these are: those from a row on that lie beside each other in memory, at most [#BLOCK].
  ///
  /// @param end the row after the last that is wanted
  /// @param column of [#columnOf(String)]
  /// @param direction shape `[dimensions]`
  /// @param to shape `[BLOCK]`
  public int dots(int row, int end, int column, float[] direction, float[] to) {
    int rows = Math.min(end - row, Chunk.ROWS - slot(row));
    chunk(row).dots(slot(row), rows, column, direction, to);
    return rows;
  }

  /// Adds a row's place, `weight` times, to `sum` of shape `[dimensions]`.
  public void addPlace(int row, int column, float weight, float[] sum) {
    chunk(row).addPlace(slot(row), column, weight, sum);
  }

  /// Returns the rows that are trending, best first; a fresh copy.
  public int[] trending() {
    return trending.clone();
  }

  /// Returns the age of a row at `now`, never negative.
  public Duration age(int row, Instant now) {
    return Duration.ofMillis(Math.max(0, now.toEpochMilli() - atMillis(row)));
  }
}

package dev.roost.model.embed;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.item.ItemEmbedder;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderHistory;
import dev.roost.model.reader.ReaderView;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A space in which items and tastes have places, made of vectors of tokens.
///
/// An item's tokens are itself, its writer and its topic. Its place is its own vector as far as
/// that rests on evidence, and for the rest the mean of its writer's and its topic's: an item that
/// nobody met yet has a place from its first second. Places are at most of length 1; a short one is
/// uncertain. A taste is the mean of the places of recent positive engagements, faded by age.
/// Countries, age bands and languages have the mean taste of their readers. Immutable.
public final class TokenEmbedding implements ItemEmbedder, Tastes {

  private static final double FADE_MILLIS = 3 * 86_400_000d; // half-life of a positive in a taste
  private static final float HALF_TRUST = 5; // evidence at which a token speaks for half its place

  private final String version;
  private final int dimensions;
  private final TokenFamily items;
  private final TokenFamily writers;
  private final TokenFamily topics;
  private final TokenFamily cohorts;

  TokenEmbedding(
      String version,
      int dimensions,
      TokenFamily items,
      TokenFamily writers,
      TokenFamily topics,
      TokenFamily cohorts) {
    this.version = requireNonNull(version);
    this.dimensions = dimensions;
    this.items = items;
    this.writers = writers;
    this.topics = topics;
    this.cohorts = cohorts;
  }

  /// Returns a space in which nothing has a place.
  public static TokenEmbedding empty(String version, int dimensions) {
    var none = TokenFamily.empty(dimensions);
    return new TokenEmbedding(version, dimensions, none, none, none, none);
  }

  TokenEmbedding withCohorts(TokenFamily learned) {
    return new TokenEmbedding(version, dimensions, items, writers, topics, learned);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  /// Returns the number of items, writers and topics that have a vector.
  public int tokens() {
    return items.size() + writers.size() + topics.size();
  }

  /// Returns whether every number in it is finite.
  public boolean isFinite() {
    return items.isFinite() && writers.isFinite() && topics.isFinite() && cohorts.isFinite();
  }

  @Override
  public void embed(Post post, float[] out) {
    long item = post.repostOf().map(original -> original.item().value()).orElse(post.id().value());
    int known = items.find(post.id().value());
    embed(known >= 0 ? known : items.find(item), post.writer().value(), topic(post.topic()), out);
  }

  /// Returns the key of a topic; 0 for none.
  static long topic(String label) {
    return label.hashCode();
  }

  /// Writes the place of an item by its tokens.
  ///
  /// @param item index among the items, negative if unknown
  void embed(int item, long writer, long topic, float[] out) {
    Arrays.fill(out, 0);
    int byWriter = writers.find(writer);
    int byTopic = topic == 0 ? -1 : topics.find(topic);
    float writerTrust = writers.trust(byWriter, HALF_TRUST);
    float topicTrust = topics.trust(byTopic, HALF_TRUST);
    float itemTrust = items.trust(item, HALF_TRUST);
    if (itemTrust > 0) {
      items.add(item, itemTrust, out);
    }
    float rest = (1 - itemTrust) / Math.max(1, writerTrust + topicTrust);
    if (writerTrust > 0) {
      writers.add(byWriter, rest * writerTrust, out);
    }
    if (topicTrust > 0) {
      topics.add(byTopic, rest * topicTrust, out);
    }
  }

  void embed(long item, long writer, String topic, float[] out) {
    embed(items.find(item), writer, topic(topic), out);
  }

  /// Returns where the taste of a reader and their cohorts points at `now`.
  ///
  /// [ReaderTaste#unknown()] if neither column of the table holds this space.
  @Override
  public ReaderTaste of(ReaderView reader, ItemTable table, Instant now) {
    int column = table.columnOf(version);
    if (column < 0 || table.dimensions() != dimensions) {
      return ReaderTaste.unknown();
    }
    var own = new float[dimensions];
    taste(reader.history(), table, now, own);
    var profile = reader.profile();
    return new ReaderTaste(
        column,
        own,
        cohort(Cohorts.country(profile)),
        cohort(Cohorts.ageBand(profile)),
        cohort(Cohorts.language(profile)));
  }

  /// Writes a reader's taste; zeros if no recent positive has a place.
  ///
  /// @param out shape `[dimensions]`; overwritten
  public void taste(ReaderHistory history, ItemTable table, Instant now, float[] out) {
    Arrays.fill(out, 0);
    int column = table.columnOf(version);
    if (column < 0) {
      return;
    }
    float total = 0;
    for (int i = 0; i < history.recentCount(); i++) {
      long row = table.rowOf(history.recentItem(i));
      if (row >= 0) {
        float weight = weight(history.recentAtMillis(i), now);
        table.addPlace((int) row, column, weight, out);
        total += weight;
      }
    }
    for (int d = 0; d < dimensions && total > 0; d++) {
      out[d] /= total;
    }
  }

  /// Returns the mean taste of the readers of a profile's country; zeros if none is known.
  public float[] country(Profile profile) {
    return cohort(Cohorts.country(profile));
  }

  /// Returns tastes that another version made and that are taken for tastes in this space, though
  /// dot products mean something within one version only.
  ///
  /// @param other null for a version in which nobody has a taste
  public Tastes madeBy(@Nullable TokenEmbedding other) {
    var maker = other == null || other.dimensions != dimensions ? empty("", dimensions) : other;
    return (reader, table, now) -> {
      int column = table.columnOf(version);
      if (column < 0 || table.dimensions() != dimensions) {
        return ReaderTaste.unknown();
      }
      var profile = reader.profile();
      return new ReaderTaste(
          column,
          maker.tasteByTokens(reader.history(), table, now),
          maker.cohort(Cohorts.country(profile)),
          maker.cohort(Cohorts.ageBand(profile)),
          maker.cohort(Cohorts.language(profile)));
    };
  }

  /// Returns a reader's taste as [#taste] does, whether or not a column holds this space.
  private float[] tasteByTokens(ReaderHistory history, ItemTable table, Instant now) {
    var sum = new float[dimensions];
    var place = new float[dimensions];
    float total = 0;
    for (int i = 0; i < history.recentCount(); i++) {
      long row = table.rowOf(history.recentItem(i));
      var post = row < 0 ? null : table.post((int) row);
      if (post != null) {
        float weight = weight(history.recentAtMillis(i), now);
        embed(post, place);
        for (int d = 0; d < dimensions; d++) {
          sum[d] += weight * place[d];
        }
        total += weight;
      }
    }
    for (int d = 0; d < dimensions && total > 0; d++) {
      sum[d] /= total;
    }
    return sum;
  }

  private static float weight(long atMillis, Instant now) {
    long age = Math.max(0, now.toEpochMilli() - atMillis);
    return (float) StrictMath.pow(2, -age / FADE_MILLIS);
  }

  private float[] cohort(long key) {
    var direction = new float[dimensions];
    int index = cohorts.find(key);
    if (index >= 0) {
      cohorts.add(index, 1, direction);
    }
    return direction;
  }

  /// Writes the space in binary, to be read by [#read(DataInputStream)].
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(version);
    out.writeInt(dimensions);
    items.write(out);
    writers.write(out);
    topics.write(out);
    cohorts.write(out);
  }

  /// Reads what [#write(DataOutputStream)] wrote, from a stream that knows how much is left.
  ///
  /// @throws IOException if it is no such thing
  public static TokenEmbedding read(DataInputStream in) throws IOException {
    var version = in.readUTF();
    int dimensions = in.readInt();
    if (dimensions < 1 || dimensions > 1_024) {
      throw new IOException("impossible number of dimensions: " + dimensions);
    }
    return new TokenEmbedding(
        version,
        dimensions,
        TokenFamily.read(in, dimensions),
        TokenFamily.read(in, dimensions),
        TokenFamily.read(in, dimensions),
        TokenFamily.read(in, dimensions));
  }
}

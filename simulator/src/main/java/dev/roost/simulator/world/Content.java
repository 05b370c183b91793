package dev.roost.simulator.world;

import dev.roost.model.domain.MediaKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that was ever posted, in order of time: columns by item, in `[0, size)`.
///
/// An item's number is its place in this world. Its key is the same in all worlds of a seed in
/// which it is written: it names author, tick and turn, and for a repost those of the repost. What
/// chance decides about an item hangs on the key of what is read there, the original's for a
/// repost.
public final class Content {

  private static final int ROOM = 1024;
  private static final MediaKind[] MEDIA = MediaKind.values();
  private static final Language[] LANGUAGES = Language.values();

  private int size;
  private long[] key = new long[ROOM];
  private int[] original = new int[ROOM]; // the item itself if it is one
  private int[] author = new int[ROOM];
  private int[] second = new int[ROOM];
  private int[] gone = new int[ROOM];
  private byte[] topic = new byte[ROOM];
  private byte[] media = new byte[ROOM];
  private byte[] language = new byte[ROOM];
  private float[] quality = new float[ROOM];
  private float[] bait = new float[ROOM];
  private boolean[] sponsored = new boolean[ROOM];
  private final Map<Long, Integer> byKey = new HashMap<>();

  Content() {}

  /// Adds what was written, in order of time.
  void addAll(List<Draft> drafts) {
    for (var draft : drafts) {
      if (size == author.length) {
        grow(2 * size);
      }
      key[size] = draft.key();
      original[size] = draft.original() < 0 ? size : draft.original();
      author[size] = draft.author();
      second[size] = draft.second();
      gone[size] = draft.gone();
      topic[size] = (byte) draft.topic();
      media[size] = (byte) draft.media().ordinal();
      language[size] = (byte) draft.language().ordinal();
      quality[size] = (float) draft.quality();
      bait[size] = (float) draft.bait();
      sponsored[size] = draft.sponsored();
      byKey.put(draft.key(), size);
      size++;
    }
  }

  private void grow(int room) {
    key = Arrays.copyOf(key, room);
    original = Arrays.copyOf(original, room);
    author = Arrays.copyOf(author, room);
    second = Arrays.copyOf(second, room);
    gone = Arrays.copyOf(gone, room);
    topic = Arrays.copyOf(topic, room);
    media = Arrays.copyOf(media, room);
    language = Arrays.copyOf(language, room);
    quality = Arrays.copyOf(quality, room);
    bait = Arrays.copyOf(bait, room);
    sponsored = Arrays.copyOf(sponsored, room);
  }

  /// Returns how many items there are.
  public int size() {
    return size;
  }

  /// Returns the key of an item, at least 1.
  public long key(int item) {
    return key[item];
  }

  /// Returns the item of a key, or -1 if there is none.
  public int find(long wanted) {
    return byKey.getOrDefault(wanted, -1);
  }

  /// Returns the item that is read there: itself, or for a repost what it repeats.
  public int original(int item) {
    return original[item];
  }

  /// Returns whether an item repeats another.
  public boolean isRepost(int item) {
    return original[item] != item;
  }

  /// Returns what chance about an item hangs on: the key of what is read there.
  public long chanceKey(int item) {
    return key[original[item]];
  }

  /// Returns the user who posted an item.
  public int author(int item) {
    return author[item];
  }

  /// Returns the user who wrote what is read there.
  public int writer(int item) {
    return author[original[item]];
  }

  /// Returns when an item was posted, in seconds from the start.
  public int second(int item) {
    return second[item];
  }

  /// Returns when what is read there is deleted by its author, in seconds from the start; the
  /// largest int for never.
  public int deletedAt(int item) {
    return gone[item];
  }

  /// Returns the topic of an item, which is also its label.
  public int topic(int item) {
    return topic[item];
  }

  /// Returns what an item mainly shows.
  public MediaKind media(int item) {
    return MEDIA[media[item]];
  }

  /// Returns the language of an item.
  public Language language(int item) {
    return LANGUAGES[language[item]];
  }

  int languageOrdinal(int item) {
    return language[item];
  }

  int mediaOrdinal(int item) {
    return media[item];
  }

  /// Returns how good an item is to everybody, about normal around 0.
  public double quality(int item) {
    return quality[item];
  }

  /// Returns how much more an item promises than it holds, in log-odds of a click; 0 for most.
  public double bait(int item) {
    return bait[item];
  }

  /// Returns whether somebody was paid to write an item.
  public boolean isSponsored(int item) {
    return sponsored[item];
  }

  /// Lets an item please everybody more, from now on.
  public void lift(int item, double by) {
    quality[item] += (float) by;
  }
}

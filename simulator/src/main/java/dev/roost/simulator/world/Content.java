package dev.roost.simulator.world;

import dev.roost.model.domain.MediaKind;
import java.util.Arrays;

/// Everything that was ever posted, in order of time: columns by item, in `[0, size)`.
///
/// What is posted depends on nothing that a recommender does, so all worlds of a seed hold the same
/// items.
public final class Content {

  private static final double QUALITY_OF_CHARM = 0.7;
  private static final double QUALITY_OF_POST = 0.7;
  private static final double DELETED = 0.005;
  private static final double MEAN_SECONDS_TO_DELETION = 12 * 3600;
  private static final MediaKind[] MEDIA = MediaKind.values();

  private final WorldSettings settings;
  private final Population people;
  private final Creators creators;
  private final Fate fate;
  private int size;
  private int[] author = new int[1024];
  private int[] second = new int[1024];
  private int[] gone = new int[1024];
  private byte[] topic = new byte[1024];
  private byte[] media = new byte[1024];
  private byte[] language = new byte[1024];
  private double[] quality = new double[1024];

  Content(WorldSettings settings, Population people, Creators creators) {
    this.settings = settings;
    this.people = people;
    this.creators = creators;
    this.fate = settings.fate("posts");
  }

  /// Writes what is posted during a tick; called once for each, in order.
  void write(int tick) {
    int from = size;
    int perDay = settings.ticksPerDay();
    int secondOfDay = tick % perDay * settings.tickSeconds();
    var chance = fate.at(tick);
    for (int creator = 0; creator < creators.count(); creator++) {
      int user = creators.user(creator);
      double expected =
          creators.postsPerDay(creator) / perDay * Rhythm.at(people.country(user), secondOfDay);
      int posts = (int) (expected + chance.uniform(user, tick, 0));
      for (int nth = 0; nth < posts; nth++) {
        add(creator, tick, nth);
      }
    }
    sort(from);
  }

  private void add(int creator, int tick, int nth) {
    if (size == author.length) {
      grow();
    }
    int user = creators.user(creator);
    var chance = fate.at(tick);
    long draw = 16L * nth;
    author[size] = user;
    second[size] =
        tick * settings.tickSeconds() + chance.below(settings.tickSeconds(), user, tick, draw + 1);
    topic[size] = (byte) creators.topic(creator, chance.uniform(user, tick, draw + 2));
    media[size] = (byte) chance.below(MEDIA.length, user, tick, draw + 3);
    boolean english = people.readsEnglish(user) && chance.happens(0.12, user, tick, draw + 4);
    language[size] = (byte) (english ? Language.EN : people.language(user)).ordinal();
    quality[size] =
        QUALITY_OF_CHARM * creators.charm(creator)
            + QUALITY_OF_POST * chance.normal(user, tick, draw + 5);
    gone[size] =
        chance.happens(DELETED, user, tick, draw + 6)
            ? second[size]
                + (int) (MEAN_SECONDS_TO_DELETION * chance.exponential(user, tick, draw + 7))
            : Integer.MAX_VALUE;
    size++;
  }

  /// Sorts the newest items by time; equal times keep the order of their authors.
  private void sort(int from) {
    for (int i = from + 1; i < size; i++) {
      for (int j = i; j > from && second[j - 1] > second[j]; j--) {
        swap(j - 1, j);
      }
    }
  }

  private void swap(int i, int j) {
    swap(author, i, j);
    swap(second, i, j);
    swap(gone, i, j);
    swap(topic, i, j);
    swap(media, i, j);
    swap(language, i, j);
    double kept = quality[i];
    quality[i] = quality[j];
    quality[j] = kept;
  }

  private static void swap(int[] column, int i, int j) {
    int kept = column[i];
    column[i] = column[j];
    column[j] = kept;
  }

  private static void swap(byte[] column, int i, int j) {
    byte kept = column[i];
    column[i] = column[j];
    column[j] = kept;
  }

  private void grow() {
    int room = 2 * size;
    author = Arrays.copyOf(author, room);
    second = Arrays.copyOf(second, room);
    gone = Arrays.copyOf(gone, room);
    topic = Arrays.copyOf(topic, room);
    media = Arrays.copyOf(media, room);
    language = Arrays.copyOf(language, room);
    quality = Arrays.copyOf(quality, room);
  }

  /// Returns how many items there are.
  public int size() {
    return size;
  }

  /// Returns the user who wrote an item.
  public int author(int item) {
    return author[item];
  }

  /// Returns when an item was posted, in seconds from the start.
  public int second(int item) {
    return second[item];
  }

  /// Returns when its author deletes an item, in seconds from the start; the largest int for
  /// never.
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

  /// Returns the ordinal of the language of an item.
  public Language language(int item) {
    return Language.values()[language[item]];
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
}

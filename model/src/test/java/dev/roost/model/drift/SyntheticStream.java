package dev.roost.model.drift;

import dev.roost.model.chance.Chance;
import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Source;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Joined examples as a recommender of 5,000 readers would bring them, drawn from a statistical
/// model instead of a simulated world, so that a hundred days take seconds.
///
/// What makes it hard: a rhythm of the day that differs by country; readers and sessions that
/// differ in what the model does not know, so counts scatter more than Poisson's; slices on which
/// the model errs for ever; a new model every day that errs a little otherwise, as a whole and by
/// slice; days that differ; features that wander from day to day, grow with time, or are flags.
final class SyntheticStream {

  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int PER_DAY = 96;
  static final int FEATURES = 28;
  static final int POSITIVE = 1 | 1 << EngagementKind.CLICK.ordinal();

  private static final int READERS = 5_000;
  private static final int SESSION = 20;
  private static final String[] COUNTRIES = {"BR", "US", "DE", "JP", "IN"};
  private static final String[] LANGUAGES = {"pt", "en", "de", "ja", "hi"};
  private static final int ROWS = 512; // a power of two, as BASES
  private static final int BASES = 4_096;
  private static final List<Source> SOURCES =
      Arrays.stream(Source.values()).filter(each -> each != Source.SPONSORED).toList();
  private static final double HALF_DAY = 12;
  private static final ItemId ITEM = new ItemId(1);
  private static final UserId AUTHOR = new UserId(1);

  /// What is changed in the world.
  ///
  /// @param onset window from which on the flip sets in, over three hours
  /// @param drop share by which the positive rate of Brazil's readers falls, 0 for none
  /// @param healing share of the drop that each model trained after the onset learns
  /// @param nulledFrom window from which on feature 3 is missing
  /// @param silentFrom window from which on nothing arrives, for a quarter of a day
  record Fault(int onset, double drop, double healing, int nulledFrom, int silentFrom) {
    static Fault none() {
      return new Fault(0, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    static Fault flip(int onset, double drop) {
      return new Fault(onset, drop, 0.35, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
  }

  private final Chance chance;
  private final Fault fault;
  private final int installHour;
  private final Profile[] profiles = new Profile[READERS];
  private final int[] countries = new int[READERS];
  private final float[][] rows = new float[ROWS][];
  private final double[] rhythmBySource = new double[SOURCES.size()];
  private final double[] errorBySource = new double[SOURCES.size()];
  private final double[] bases = new double[BASES];
  private final double[] positions = new double[SESSION];
  private int rowsOfDay = -1;

  SyntheticStream(long seed, Fault fault) {
    chance = Chance.of(seed, "synthetic-stream");
    this.fault = fault;
    for (int i = 0; i < BASES; i++) {
      bases[i] = StrictMath.exp(-2.4 + 0.7 * chance.normal(i, 0, 34));
    }
    for (int i = 0; i < SESSION; i++) {
      positions[i] = StrictMath.exp(-0.03 * i);
    }
    installHour = chance.below(24, 1, 2, 3);
    for (int reader = 0; reader < READERS; reader++) {
      int country = reader % COUNTRIES.length;
      countries[reader] = country;
      int language = chance.happens(0.95, reader, 1, 0) ? country : 1;
      var age = AgeBand.values()[1 + chance.below(6, reader, 2, 0)];
      profiles[reader] = new Profile(age, COUNTRIES[country], LANGUAGES[language]);
    }
  }

  static List<WatchedFeature> features() {
    return IntStream.range(0, FEATURES).mapToObj(i -> WatchedFeature.of("f" + i)).toList();
  }

  static Instant at(int window) {
    return START.plus(WINDOW.multipliedBy(window));
  }

  /// Returns the number of the model that serves in a window; a new one a day.
  int model(int window) {
    return (window + PER_DAY - installHour * 4) / PER_DAY;
  }

  /// Returns the examples of a window, always the same.
  List<Example> window(int window) {
    if (window >= fault.silentFrom() && window < fault.silentFrom() + PER_DAY / 4) {
      return List.of();
    }
    drawRows(window / PER_DAY);
    drawSources(window);
    var examples = new ArrayList<Example>();
    for (int country = 0; country < COUNTRIES.length; country++) {
      double mean = 1.3 * READERS / COUNTRIES.length / PER_DAY * activity(window, country);
      double level = mean * StrictMath.exp(0.1 * chance.normal(window, country, 11));
      int sessions = poisson(chance, level, window, country);
      for (int session = 0; session < sessions; session++) {
        int reader =
            COUNTRIES.length
                    * chance.below(READERS / COUNTRIES.length, window, session, 20 + country)
                + country;
        addSession(examples, window, session * 8 + country, reader);
      }
    }
    return examples;
  }

  private double activity(int window, int country) {
    double hour = window % PER_DAY / 4.0 + 3.0 * country;
    return 1 + 0.7 * StrictMath.sin(Math.PI * hour / HALF_DAY);
  }

  /// Draws a Poisson number: how many exponential steps fit into `mean`.
  static int poisson(Chance chance, double mean, long window, long what) {
    double left = mean;
    int count = -1;
    while (left >= 0) {
      count++;
      left -= chance.exponential(window, what, 1_000 + count);
    }
    return count;
  }

  private void addSession(List<Example> examples, int window, int session, int reader) {
    long key = (long) window << 20 | session;
    var request = new RequestId(key);
    double taste =
        0.4 * chance.normal(reader, 0, 31) - 0.08 + 0.3 * chance.normal(key, 0, 32) - 0.045;
    double truths = StrictMath.exp(taste + unknown(window, reader));
    double givens = StrictMath.exp(0.125 + error(window, reader));
    var version = "m" + model(window);
    var at = at(window);
    for (int position = 0; position < SESSION; position++) {
      long bits = chance.bits(key, position, 33);
      int source = (int) ((bits >>> 32) % SOURCES.size());
      double base = bases[(int) bits & BASES - 1] * positions[position];
      double truth = base * truths * rhythmBySource[source];
      double given = base * givens * errorBySource[source];
      boolean positive = chance.happens(Math.min(0.95, truth), key, position, 35);
      var served =
          new Example.Served(
              request,
              new UserId(reader),
              profiles[reader],
              ITEM,
              AUTHOR,
              "topic",
              SOURCES.get(source),
              position,
              Math.min(0.95, given),
              version,
              at);
      var row = row((int) (bits >>> 12) & ROWS - 1, window);
      examples.add(Example.of(served, row, positive ? POSITIVE : 1, 0, 1));
    }
  }

  private void drawSources(int window) {
    for (int source = 0; source < rhythmBySource.length; source++) {
      double hour = window % PER_DAY / 4.0 + 4 * source;
      double daily = 0.02 * chance.normal(window / PER_DAY, source, 43);
      rhythmBySource[source] =
          StrictMath.exp(daily + 0.05 * StrictMath.sin(Math.PI * hour / HALF_DAY));
      errorBySource[source] = StrictMath.exp(slice(model(window), 252 + source));
    }
  }

  /// Returns what moves the truth unknown to any model: days, and the flip.
  private double unknown(int window, int reader) {
    int day = window / PER_DAY;
    return 0.03 * chance.normal(day, 0, 41)
        + 0.02 * chance.normal(day, countries[reader], 42)
        + StrictMath.log1p(-drop(window, reader));
  }

  private double drop(int window, int reader) {
    double ramp = Math.clamp((window - fault.onset()) / 12.0, 0, 1);
    return countries[reader] == 0 ? fault.drop() * ramp : 0;
  }

  /// Returns by how much the model of that window errs in ln rate, what it learned of a flip
  /// included.
  private double error(int window, int reader) {
    int model = model(window);
    var profile = profiles[reader];
    double error = 0.06 * chance.normal(model, 0, 51);
    error += slice(model, 52 + countries[reader]);
    error += slice(model, 62 + profile.ageBand().ordinal());
    error += slice(model, 72 + profile.language().charAt(0));
    return error + StrictMath.log1p(-drop(window, reader) * learned(window));
  }

  /// Returns the share of the flip that expectations follow: through the readers' features within
  /// days, and through every model trained on half a day of it.
  private double learned(int window) {
    if (fault.drop() == 0 || window < fault.onset()) {
      return 0;
    }
    double days = (double) (window - fault.onset()) / PER_DAY;
    int models = Math.max(0, model(window) - model(fault.onset() + PER_DAY / 2));
    return 1 - StrictMath.pow(1 - fault.healing(), models) * (0.75 + 0.25 * StrictMath.exp(-days));
  }

  private double slice(int model, int slice) {
    return 0.15 * chance.normal(slice, 0, 53) + 0.035 * chance.normal(model, slice, 54);
  }

  private float[] row(int index, int window) {
    var row = rows[index];
    if (window >= fault.nulledFrom()) {
      row = row.clone();
      row[3] = Float.NaN;
    }
    return row;
  }

  private void drawRows(int day) {
    if (rowsOfDay == day) {
      return;
    }
    rowsOfDay = day;
    for (int i = 0; i < ROWS; i++) {
      float[] row = new float[FEATURES];
      for (int f = 0; f < FEATURES; f++) {
        row[f] = (float) feature(f, day, i);
      }
      rows[i] = row;
    }
  }

  /// Returns a value: wandering, growing with time, a flag, a count that is often 0, or often
  /// missing.
  private double feature(int f, int day, int row) {
    double normal = chance.normal((long) day * ROWS + row, f, 71);
    double shift = 0.1 * chance.normal(day, f, 72);
    return switch (f % 5) {
      case 0 -> normal + shift;
      case 1 -> StrictMath.log1p(day + 1) + 0.3 * normal;
      case 2 -> normal + shift > 0.5 ? 1 : 0;
      case 3 -> normal + shift > 1 ? Float.NaN : normal;
      default -> Math.max(0, Math.floor(2 * normal + shift));
    };
  }
}

package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift.TasteFlip;
import dev.roost.simulator.world.Country;
import dev.roost.simulator.world.Tastes;
import dev.roost.simulator.world.Topics;
import dev.roost.simulator.world.World;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Lets the favourite topics of a country change places with those it likes least.
///
/// The topics are ordered by what the country feels for them on average. The outermost pairs, as
/// many as the magnitude says, swap: what somebody felt for the one they now feel for the other.
/// That holds for all parts of a taste, so single people keep the shape of theirs. With a ramp,
/// people change one by one.
final class TasteFlipping implements Injection {

  private final TasteFlip flip;
  private final World world;
  private final boolean[] affected;
  private final boolean[] changed;
  private final int[] from;
  private final Chance pace;

  private TasteFlipping(TasteFlip flip, World world, boolean[] affected, int[] from) {
    this.flip = flip;
    this.world = world;
    this.affected = affected;
    this.changed = new boolean[affected.length];
    this.from = from;
    this.pace = Chance.of(world.settings().seed(), "pace of " + flip.slice());
  }

  static TasteFlipping prepare(TasteFlip flip, World world) {
    if (Arrays.stream(Country.values()).noneMatch(c -> c.name().equals(flip.country()))) {
      throw new IllegalArgumentException(
          "no country %s in the world; choose one of %s"
              .formatted(flip.country(), Arrays.toString(Country.values())));
    }
    boolean[] affected = world.people().inhabitants(Country.valueOf(flip.country()));
    return new TasteFlipping(
        flip, world, affected, swaps(world.tastes(), affected, flip.magnitude()));
  }

  private static int[] swaps(Tastes tastes, boolean[] affected, double magnitude) {
    double[] mean = means(tastes, affected);
    int[] order =
        IntStream.range(0, Topics.COUNT)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer topic) -> mean[topic]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] from = IntStream.range(0, Topics.COUNT).toArray();
    int pairs = (int) Math.max(1, Math.round(magnitude * (Topics.COUNT / 2)));
    for (int pair = 0; pair < pairs; pair++) {
      int least = order[pair];
      int most = order[Topics.COUNT - 1 - pair];
      from[least] = most;
      from[most] = least;
    }
    return from;
  }

  private static double[] means(Tastes tastes, boolean[] affected) {
    var sum = new double[Topics.COUNT];
    for (int user = 0; user < affected.length; user++) {
      for (int topic = 0; affected[user] && topic < Topics.COUNT; topic++) {
        sum[topic] += tastes.of(user, topic);
      }
    }
    return sum; // the order of sums is that of means
  }

  @Override
  public void apply(int tick) {
    double seconds = (double) tick * world.settings().tickSeconds() - flip.onset().toSeconds();
    if (seconds < 0) {
      return;
    }
    double ramp = flip.ramp().toSeconds();
    for (int user = 0; user < affected.length; user++) {
      if (affected[user] && !changed[user] && pace.uniform(user, 0, 0) * ramp <= seconds) {
        world.tastes().permute(user, from);
        changed[user] = true;
      }
    }
  }

  @Override
  public boolean[] affected() {
    return affected.clone();
  }
}

package dev.roost.simulator.drift;

import dev.roost.model.chance.Chance;
import dev.roost.simulator.scenario.Drift.TasteFlip;
import dev.roost.simulator.world.Country;
import dev.roost.simulator.world.World;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lets topics that a country likes change places with topics that it does not.
///
/// The swap holds for all parts of a taste, so single people keep the shape of theirs: what
/// somebody felt for one topic they now feel for another. How many topics swap is found at the
/// onset, from the share of value that the drift shall take away. With a ramp, people change one by
/// one.
final class TasteFlipping implements Injection {

  private final TasteFlip flip;
  private final World world;
  private final boolean[] affected;
  private final boolean[] changed;
  private final Chance pace;
  private @Nullable TopicSwaps swaps; // null until the onset
  private double dial;

  private TasteFlipping(TasteFlip flip, World world, boolean[] affected) {
    this.flip = flip;
    this.world = world;
    this.affected = affected;
    this.changed = new boolean[affected.length];
    this.pace = Chance.of(world.settings().seed(), "pace of " + flip.slice());
  }

  static TasteFlipping prepare(TasteFlip flip, World world) {
    if (Arrays.stream(Country.values()).noneMatch(c -> c.name().equals(flip.country()))) {
      throw new IllegalArgumentException(
          "no country %s in the world; choose one of %s"
              .formatted(flip.country(), Arrays.toString(Country.values())));
    }
    boolean[] affected = world.people().inhabitants(Country.valueOf(flip.country()));
    return new TasteFlipping(flip, world, affected);
  }

  @Override
  public void apply(int tick) {
    double seconds = (double) tick * world.settings().tickSeconds() - flip.onset().toSeconds();
    if (seconds < 0) {
      return;
    }
    var due = swaps == null ? decide(tick) : swaps;
    double ramp = flip.ramp().toSeconds();
    for (int user = 0; user < affected.length; user++) {
      if (affected[user] && !changed[user] && pace.uniform(user, 0, 0) * ramp <= seconds) {
        due.swap(world.tastes(), user, dial);
        changed[user] = true;
      }
    }
  }

  private TopicSwaps decide(int tick) {
    var chance = Chance.of(world.settings().seed(), "swaps of " + flip.slice());
    var sample = new Sample(world, affected, tick);
    var decided = TopicSwaps.of(world.tastes(), affected, sample.supply(), chance);
    dial = new FlipStrength(sample, decided).dialFor(flip.magnitude());
    swaps = decided;
    return decided;
  }

  @Override
  public boolean[] affected() {
    return affected.clone();
  }
}

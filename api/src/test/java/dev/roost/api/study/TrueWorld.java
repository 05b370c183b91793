package dev.roost.api.study;

import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.baseline.ListQuality;
import dev.roost.simulator.run.SimulationSettings;
import dev.roost.simulator.world.Census;
import dev.roost.simulator.world.World;
import dev.roost.simulator.world.WorldSettings;
import java.time.Instant;

/// A copy of the world of a run in which nothing is injected: the same people, tastes and posts.
///
/// What is posted in a still world depends on nothing that a recommender does, so the whole of it
/// is there from the start; several threads may read it.
record TrueWorld(World world) {

  private static final int[] NOTHING = {};

  static TrueWorld of(SimulationSettings settings) {
    var world =
        World.generate(
            new WorldSettings(
                settings.seed(),
                new Census(settings.users(), 0, 0, 0),
                SimulationSettings.START,
                (int) settings.tick().toSeconds(),
                Integer.MAX_VALUE,
                settings.scenario().world()),
            settings.weights());
    for (int tick = 0; tick < settings.ticks(); tick++) {
      world.write(tick);
    }
    return new TrueWorld(world);
  }

  static int user(UserId id) {
    return (int) (id.value() - 1);
  }

  /// Returns the item of a public identifier.
  int item(long id) {
    return world.item(new ItemId(id));
  }

  /// Returns the public identifier of an item.
  long id(int item) {
    return world.itemId(item).value();
  }

  static int second(Instant at) {
    return (int) (at.getEpochSecond() - SimulationSettings.START.getEpochSecond());
  }

  /// Returns how much a user likes the topic of an item.
  double match(int user, int item) {
    return world.tastes().of(user, world.content().topic(item));
  }

  /// Returns how good an item is to everybody.
  double quality(int item) {
    return world.content().quality(item);
  }

  /// Returns 0 for an item in the user's own language, -0.5 for a second one, -3 for a foreign one.
  double understood(int user, int item) {
    var written = world.content().language(item);
    if (written == world.people().language(user)) {
      return 0;
    }
    boolean second = written.code().equals("en") && world.people().readsEnglish(user);
    return second ? -0.5 : -3;
  }

  /// Returns the expected value of an attended item.
  double value(int user, int item, int second) {
    return world.behaviour().value(user, item, second);
  }

  /// Returns the true expected value of a list.
  double value(int user, int second, int[] items) {
    return ListQuality.of(world, user, second, items, NOTHING).value();
  }
}

package dev.roost.simulator.drift;

import dev.roost.simulator.scenario.Drift;
import dev.roost.simulator.world.Language;
import dev.roost.simulator.world.Topics;
import dev.roost.simulator.world.World;
import java.util.Locale;

/// Says, from the onset on, what it is that people turn to or from.
final class Fashion implements Injection {

  private final Drift drift;
  private final World world;
  private final boolean[] people;
  private final Dose dose;

  Fashion(Drift drift, World world, boolean[] people) {
    this.drift = drift;
    this.world = world;
    this.people = people;
    this.dose = new Dose(drift, world);
  }

  @Override
  public void apply(int tick) {
    if (!dose.moveTo(tick) || dose.ofAll() == 0) {
      return;
    }
    var conditions = world.conditions();
    var options = drift.options();
    switch (drift.kind()) {
      case NEW_TOPIC -> conditions.bringIntoFashion(Topics.ESTABLISHED);
      case TOPIC_DEATH -> conditions.bringOutOfFashion(Topics.named(options.word("topic")));
      case FEED_LENGTH -> conditions.setFeedLength(options.number("items"));
      case LANGUAGE_SHIFT ->
          conditions.bringIntoFashion(
              Language.valueOf(options.word("to").toUpperCase(Locale.ROOT)));
      default -> throw new IllegalStateException("no fashion: " + drift.kind().label());
    }
  }

  @Override
  public boolean[] affected() {
    return people.clone();
  }
}

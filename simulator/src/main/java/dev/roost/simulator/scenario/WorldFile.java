package dev.roost.simulator.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.roost.simulator.world.ChoiceSettings;
import dev.roost.simulator.world.ContentSettings;
import dev.roost.simulator.world.CreatorSettings;
import dev.roost.simulator.world.Examination;
import dev.roost.simulator.world.GraphSettings;
import dev.roost.simulator.world.PeopleSettings;
import dev.roost.simulator.world.SessionSettings;
import dev.roost.simulator.world.TasteSettings;
import dev.roost.simulator.world.WorldShape;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the parameters of a world. Each stands once, with its meaning, in `world.conf`.
public final class WorldFile {

  private static final Config USUAL =
      ConfigFactory.parseResources(
          WorldFile.class, "world.conf", ConfigParseOptions.defaults().setAllowMissing(false));

  private WorldFile() {}

  /// Returns the parameters of a world of which nothing is said.
  public static WorldShape usual() {
    return read(USUAL);
  }

  /// Returns the parameters of a section, and the usual ones for what it leaves out.
  ///
  /// @throws ScenarioException if it has an unknown key, or a value out of range
  static WorldShape with(Config section) {
    return read(section.withFallback(USUAL));
  }

  private static WorldShape read(Config config) {
    var sections = WorldShape.class.getRecordComponents();
    Refusals.unlessKnown(
        config,
        Arrays.stream(sections)
            .map(each -> each.getName())
            .collect(Collectors.toCollection(TreeSet::new)));
    return new WorldShape(
        RecordReader.read(Examination.class, config.getConfig("reading")),
        RecordReader.read(ChoiceSettings.class, config.getConfig("choice")),
        RecordReader.read(TasteSettings.class, config.getConfig("taste")),
        RecordReader.read(SessionSettings.class, config.getConfig("sessions")),
        RecordReader.read(PeopleSettings.class, config.getConfig("people")),
        RecordReader.read(CreatorSettings.class, config.getConfig("creators")),
        RecordReader.read(GraphSettings.class, config.getConfig("follows")),
        RecordReader.read(ContentSettings.class, config.getConfig("content")));
  }
}

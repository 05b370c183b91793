package dev.roost.api.cli;

import dev.roost.simulator.run.Progress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Adds up how far the worlds of a run are.
final class WorldProgress implements Progress {

  private final Map<String, Integer> ticks = new ConcurrentHashMap<>();
  private final ProgressLine line;

  WorldProgress(ProgressLine line) {
    this.line = line;
  }

  @Override
  public void at(String world, int tick, int of) {
    ticks.put(world, tick);
    line.at(ticks.values().stream().mapToLong(Integer::longValue).sum());
  }
}

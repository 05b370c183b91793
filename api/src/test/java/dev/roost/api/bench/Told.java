package dev.roost.api.bench;

import java.util.ArrayList;
import java.util.List;

/// Remembers what a bench told.
public record Told(List<String> done, List<String> leftOut) implements BenchListener {

  /// Returns one who was told nothing yet.
  public Told() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  @Override
  public void doing(String what) {
    done.add(what);
  }

  @Override
  public void leavingOut(String why) {
    leftOut.add(why);
  }
}

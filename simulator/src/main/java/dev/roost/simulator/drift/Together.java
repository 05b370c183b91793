package dev.roost.simulator.drift;

import java.util.List;

/// Several changes that are one drift; the first says whom it touches.
record Together(List<Injection> parts) implements Injection {

  Together {
    parts = List.copyOf(parts);
  }

  @Override
  public void apply(int tick) {
    parts.forEach(part -> part.apply(tick));
  }

  @Override
  public boolean[] affected() {
    return parts.getFirst().affected();
  }
}

package dev.roost.simulator.run;

/// Which of the worlds of a run one is.
///
/// @param name as reports call it
/// @param injected whether the scenario's drifts happen in it
/// @param frozen whether its recommender stops learning at the onset
/// @param reseeded whether its events are drawn anew from the onset on
record WorldPlan(
    String name, String description, boolean injected, boolean frozen, boolean reseeded) {

  static final WorldPlan MAIN =
      new WorldPlan("main", "the scenario, met by a recommender that learns", true, false, false);

  static final WorldPlan CLEAN =
      new WorldPlan("clean", "the same chance without the injection", false, false, false);

  static final WorldPlan FROZEN =
      new WorldPlan("frozen", "the scenario, with no new model after its onset", true, true, false);

  static final WorldPlan PLACEBO =
      new WorldPlan("placebo", "no injection, but other chance from the onset", false, false, true);
}

package dev.roost.model.drift;

import java.util.Locale;

/// Prints false incidents of control runs and delays of flips, for whoever tunes thresholds; `main`
/// takes the number of runs of each kind.
final class Rates {

  private Rates() {}

  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int incidents = 0;
    for (int seed = 1; seed <= runs; seed++) {
      var opened = Trial.of(seed, 21, SyntheticStream.Fault.none()).openings();
      incidents += opened.size();
      opened.forEach(finding -> print("control", finding));
    }
    System.out.printf("%d false incidents in %d runs of 21 days%n", incidents, runs);
    int hits = 0;
    for (int seed = 1; seed <= runs; seed++) {
      int onset = 11 * SyntheticStream.PER_DAY + seed % 4 * 24;
      double drop = 0.25 + 0.25 * (seed % 6) / 5;
      var trial = Trial.of(100 + seed, 16, SyntheticStream.Fault.flip(onset, drop));
      boolean hit = false;
      for (var finding : trial.openings()) {
        long windows =
            (finding.at().getEpochSecond() - SyntheticStream.at(onset).getEpochSecond()) / 900;
        hit |= finding.slice().equals("country=BR") && windows >= 0 && windows <= 192;
        print(String.format(Locale.ROOT, "flip %.2f, +%.1f h", drop, windows / 4.0), finding);
      }
      hits += hit ? 1 : 0;
    }
    System.out.printf("%d of %d flips told with slice within 2 days%n", hits, runs);
  }

  private static void print(String run, Finding finding) {
    System.out.printf(
        "%s: %s #%d %s %s %s effect %.2f onset %s..%s %s%n",
        run,
        finding.at(),
        finding.incident(),
        finding.monitor(),
        finding.suspect().label(),
        finding.slice(),
        finding.effect(),
        finding.onsetFrom(),
        finding.onsetTo(),
        finding.evidence());
  }
}

package dev.roost.model.drift;

import java.util.ArrayList;
import java.util.List;

/// One watch over one synthetic stream.
///
/// @param findings all of it, in order
record Trial(List<Finding> findings) {

  static Trial of(long seed, int days, SyntheticStream.Fault fault) {
    return of(seed, days, fault, List.of(DriftSettings.standard())).getFirst();
  }

  /// Returns a trial for each of several settings, all over the same stream.
  static List<Trial> of(
      long seed, int days, SyntheticStream.Fault fault, List<DriftSettings> settings) {
    var stream = new SyntheticStream(seed, fault);
    var watches =
        settings.stream().map(s -> new DriftWatch(s, SyntheticStream.features())).toList();
    var trials = settings.stream().map(_ -> new Trial(new ArrayList<>())).toList();
    for (int window = 0; window < days * SyntheticStream.PER_DAY; window++) {
      var from = SyntheticStream.at(window);
      var to = SyntheticStream.at(window + 1);
      var examples = stream.window(window);
      for (int i = 0; i < watches.size(); i++) {
        if (window > 0 && stream.model(window) != stream.model(window - 1)) {
          watches.get(i).noteInstalled("m" + stream.model(window), from);
        }
        trials.get(i).findings.addAll(watches.get(i).window(from, to, examples));
      }
    }
    return trials;
  }

  /// Returns the findings that opened an incident.
  List<Finding> openings() {
    return findings.stream().filter(Finding::opening).toList();
  }
}

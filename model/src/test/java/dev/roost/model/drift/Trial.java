package dev.roost.model.drift;

import java.util.ArrayList;
import java.util.List;

/// One watch over one synthetic stream.
///
/// @param findings all of it, in order
record Trial(List<Finding> findings) {

  static Trial of(long seed, int days, SyntheticStream.Fault fault) {
    var stream = new SyntheticStream(seed, fault);
    var watch = new DriftWatch(DriftSettings.standard(), SyntheticStream.features());
    var findings = new ArrayList<Finding>();
    for (int window = 0; window < days * SyntheticStream.PER_DAY; window++) {
      var from = SyntheticStream.at(window);
      if (window > 0 && stream.model(window) != stream.model(window - 1)) {
        watch.noteInstalled("m" + stream.model(window), from);
      }
      findings.addAll(watch.window(from, SyntheticStream.at(window + 1), stream.window(window)));
    }
    return new Trial(findings);
  }

  /// Returns the findings that opened an incident.
  List<Finding> openings() {
    return findings.stream().filter(Finding::opening).toList();
  }
}

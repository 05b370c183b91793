package dev.roost.model.drift;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// Notices that a stream has fallen silent at a time of day when it usually is not.
///
/// The volume is learned by hour of the day (UTC). While windows stay empty, a share of the usual
/// volume is added up; a stream of independent requests is that silent by chance with probability
/// `exp(-sum)`, so the alarm is at `sum >= ln(1 / rate)`. Empty windows are learned only once the
/// stream speaks again without an alarm. What never spoke is not missed.
final class SilenceWatch {

  static final String NAME = "silence";

  private static final int HOURS = 24;
  private static final double FADE = 0.8; // an hour of the day, from one day to the next
  private static final double LEAST_WINDOWS = 2; // of an hour, before its volume is relied on

  private final String stream;
  private final DriftSettings.Silence settings;
  private final double level;
  private final double[] volumes = new double[HOURS];
  private final double[] windows = new double[HOURS];
  private final double[] pending = new double[HOURS];
  private int silent;
  private double missed;
  private Instant since = Instant.EPOCH;
  private boolean alarmed;
  private int lastHour = -1;

  /// Listens to a stream.
  ///
  /// @param rate false alarms a window, in `(0, 1)`
  SilenceWatch(String stream, DriftSettings.Silence settings, double rate) {
    this.stream = stream;
    this.settings = settings;
    level = -StrictMath.log(rate);
  }

  /// Takes a window with its number of independent requests.
  Optional<Alarm> step(Instant from, Instant to, int requests) {
    int hour = from.atOffset(ZoneOffset.UTC).getHour();
    if (hour != lastHour) {
      volumes[hour] *= FADE;
      windows[hour] *= FADE;
      lastHour = hour;
    }
    if (requests > 0) {
      speak(hour, requests);
      return Optional.empty();
    }
    since = silent == 0 ? from : since;
    silent++;
    pending[hour]++;
    missed += settings.caution() * usual(hour);
    alarmed |= silent >= settings.leastWindows() && missed >= level;
    return alarmed ? Optional.of(alarm(to)) : Optional.empty();
  }

  private void speak(int hour, int requests) {
    for (int i = 0; i < HOURS; i++) {
      windows[i] += alarmed ? 0 : pending[i];
      pending[i] = 0;
    }
    volumes[hour] += requests;
    windows[hour]++;
    silent = 0;
    missed = 0;
    alarmed = false;
  }

  private double usual(int hour) {
    return windows[hour] >= LEAST_WINDOWS ? volumes[hour] / windows[hour] : 0;
  }

  /// Returns whether the stream is silent though it should not be.
  boolean isAlarmed() {
    return alarmed;
  }

  private Alarm alarm(Instant to) {
    var evidence =
        String.format(
            Locale.ROOT,
            "%d windows without; at least %.0f requests were to be expected",
            silent,
            missed);
    return new Alarm(NAME, Suspect.BLIND, stream, since, to, silent, Math.max(0, missed), evidence);
  }
}

package dev.roost.simulator.replay;

import dev.roost.simulator.data.LoggedEvent;
import dev.roost.simulator.data.RecordedLog;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.PortFactory;
import dev.roost.simulator.port.PortFactory.PortSettings;
import dev.roost.simulator.port.PortFactory.Recording;
import java.time.Instant;
import java.util.List;

/// Replays a log through a recommender that is asked before it is told.
///
/// The events of one instant form a *moment*; they have no order among each other, so that a log
/// dated by month is asked about a whole month before it is told of any of it. In each moment
///
/// 1. items older than the horizon retire, and a barrier closes what was told before;
/// 2. every reader with a first engagement with a live item asks for all live items in order, once,
///    and each such item is one question: where is it in that order?
/// 3. new items are published, and everything that happened is told.
///
/// An item is live from the moment after its first event, so nobody is asked for what does not
/// exist yet. All rankers order the same items, none left out and none sampled. Questions of the
/// protocol's tuning time tune the baselines and teach the recommender; they are not scored.
///
/// Sources: asking before telling is Dawid's [prequential
/// approach](https://doi.org/10.2307/2981683), JRSS A 147(2), 1984; ranking all items follows
/// Krichene and Rendle, [On sampled metrics for item
/// recommendation](https://doi.org/10.1145/3394486.3403226), KDD 2020.
public final class Replay {

  private Replay() {}

  /// Replays a log.
  ///
  /// @throws IllegalStateException if the recommender fails or loses a call
  public static ReplayReport run(
      RecordedLog log, PortFactory factory, ReplaySettings settings, ReplayListener listener) {
    var events = log.events();
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a log without events cannot be replayed");
    }
    var protocol = settings.protocol();
    var port =
        factory.open(
            new PortSettings(
                settings.seed(),
                settings.threads(),
                events.getFirst().at(),
                null,
                false,
                PacedPort.slowed(
                    new Recording(protocol.horizon(), protocol.trainEvery(), protocol.window()),
                    protocol.pace())));
    try (port) {
      return replayed(
          log, new PacedPort(port, events.getFirst().at(), protocol.pace()), settings, listener);
    }
  }

  private static ReplayReport replayed(
      RecordedLog log, FeedPort port, ReplaySettings settings, ReplayListener listener) {
    var events = log.events();
    var run = new ReplayRun(log, port, settings, listener);
    int from = 0;
    while (from < events.size()) {
      int to = end(events, from);
      run.moment(events.subList(from, to));
      listener.progressed(to, events.size());
      from = to;
    }
    return run.report();
  }

  private static int end(List<LoggedEvent> events, int from) {
    Instant at = events.get(from).at();
    int to = from + 1;
    while (to < events.size() && events.get(to).at().equals(at)) {
      to++;
    }
    return to;
  }
}

package dev.roost.simulator.replay;

import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.port.PortFactory.Recording;
import dev.roost.simulator.port.TickSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// A recommender on a clock that is slower than that of the log.
///
/// A recommender knows what hours, days and weeks mean in a feed: its counts halve within a month
/// at most. Where items live for a year, it is told that less time passed, in all it hears; what it
/// answers is told in the time of the log again.
final class PacedPort implements FeedPort {

  private final FeedPort port;
  private final Instant start;
  private final int pace;

  /// @param start the instant at which both clocks show the same
  /// @param pace time of the log that passes while the recommender's clock moves by one; at least 1
  PacedPort(FeedPort port, Instant start, int pace) {
    this.port = port;
    this.start = start;
    this.pace = pace;
  }

  /// Returns a recording in the recommender's time. Its horizon is later by what is lost where
  /// times are divided and cut to milliseconds, so that what is as old as the horizon is live.
  static Recording slowed(Recording recording, int pace) {
    var lost = Duration.ofMillis(pace == 1 ? 0 : 2);
    return new Recording(
        recording.horizon().dividedBy(pace).plus(lost),
        recording.trainEvery().dividedBy(pace),
        recording.window().dividedBy(pace));
  }

  private Instant told(Instant at) {
    return start.plus(Duration.between(start, at).dividedBy(pace));
  }

  private Instant heard(Instant at) {
    return start.plus(Duration.between(start, at).multipliedBy(pace));
  }

  @Override
  public CompletionStage<Void> register(UserId user, Profile profile, Instant at) {
    return port.register(user, profile, told(at));
  }

  @Override
  public CompletionStage<Void> relate(
      UserId user, RelationChange change, UserId other, Instant at) {
    return port.relate(user, change, other, told(at));
  }

  @Override
  public CompletionStage<Void> publish(Post post) {
    return port.publish(
        new Post(
            post.id(),
            post.author(),
            told(post.at()),
            post.topic(),
            post.language(),
            post.media(),
            post.text(),
            post.original()));
  }

  @Override
  public CompletionStage<Void> delete(UserId author, ItemId item, Instant at) {
    return port.delete(author, item, told(at));
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return port.feed(
        new FeedQuery(
            query.reader(),
            told(query.at()),
            query.limit(),
            query.occasion(),
            query.scope(),
            query.stretch(),
            query.explain()));
  }

  @Override
  public CompletionStage<Void> engage(
      UserId reader, RequestId request, List<Engagement> engagements, Instant at) {
    return port.engage(reader, request, engagements, told(at));
  }

  @Override
  public CompletionStage<TickSummary> barrier(Instant at) {
    return port.barrier(told(at)).thenApply(this::heard);
  }

  private TickSummary heard(TickSummary summary) {
    return new TickSummary(
        summary.deliveries(),
        summary.alarms().stream().map(this::heard).toList(),
        summary.installed().stream().map(this::heard).toList());
  }

  private TickSummary.Alarm heard(TickSummary.Alarm alarm) {
    return new TickSummary.Alarm(
        heard(alarm.at()),
        alarm.incident(),
        alarm.monitor(),
        alarm.suspect(),
        alarm.slice(),
        heard(alarm.onsetFrom()),
        heard(alarm.onsetTo()),
        alarm.effect(),
        alarm.evidence());
  }

  private TickSummary.Installed heard(TickSummary.Installed model) {
    return new TickSummary.Installed(
        heard(model.at()),
        model.version(),
        model.reason(),
        heard(model.trainedUntil()),
        model.rows(),
        model.auc(),
        model.logLoss(),
        model.normalisedEntropy(),
        model.stages().stream()
            .map(stage -> new TickSummary.Stage(heard(stage.at()), stage.stage(), stage.reason()))
            .toList());
  }

  @Override
  public CompletionStage<Void> impair(List<PipelineFault> faults) {
    return port.impair(faults);
  }

  @Override
  public Monitors monitors() {
    var monitors = port.monitors();
    return new Monitors(monitors.names(), monitors.warmUp().multipliedBy(pace));
  }

  @Override
  public void close() {
    port.close();
  }
}

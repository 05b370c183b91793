package dev.roost.api.port;

import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.simulator.port.FeedPort;
import dev.roost.simulator.port.ForwardingPort;
import dev.roost.simulator.port.PipelineFault;
import dev.roost.simulator.port.TickSummary;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/// Breaks a recommender after the barrier of one instant and heals it after that of another.
final class ImpairingPort extends ForwardingPort {

  private final List<PipelineFault> faults;
  private final Instant from;
  private final Instant to;
  private final BiConsumer<FeedQuery, FeedPage> heard;

  ImpairingPort(
      FeedPort port,
      List<PipelineFault> faults,
      Instant from,
      Instant to,
      BiConsumer<FeedQuery, FeedPage> heard) {
    super(port);
    this.faults = faults;
    this.from = from;
    this.to = to;
    this.heard = heard;
  }

  @Override
  public CompletionStage<FeedPage> feed(FeedQuery query) {
    return super.feed(query)
        .whenComplete(
            (page, _) -> {
              if (page != null) {
                heard.accept(query, page);
              }
            });
  }

  @Override
  public CompletionStage<TickSummary> barrier(Instant at) {
    boolean isBroken = !at.isBefore(from) && at.isBefore(to);
    return super.barrier(at)
        .thenCompose(summary -> impair(isBroken ? faults : List.of()).thenApply(_ -> summary));
  }
}

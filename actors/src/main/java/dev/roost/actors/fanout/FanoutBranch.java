package dev.roost.actors.fanout;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.actors.journal.PublicFact;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemEmbedder;
import dev.roost.model.item.ItemStatus;
import dev.roost.model.item.ItemTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The node's end of the fan-out tree: the one writer of its item table.
///
/// Frames from the roots are the fast path. The journal's tail is the slow path: it brings the same
/// facts again, and those whose frame was lost. Both go into the table by identifier, so that a
/// fact changes it once. A run has no tail: there a lost frame is a failure.
///
/// | message       | `SERVING`                          | a run in virtual time       |
/// |---------------|------------------------------------|-----------------------------|
/// | posts, totals | written at once                    | held until the phase ends   |
/// | status        | written at once                    | written at once             |
/// | barrier       | answered when every inbox is there | what is held is written; the same |
public final class FanoutBranch extends AbstractOnMessageBehavior<FanoutBranch.Command>
    implements Imaged {

  /// What a branch accepts. Frames may come from other nodes.
  public sealed interface Command permits Frame, Local {}

  /// What stays within one JVM.
  public sealed interface Local extends Command, NoSerializationVerificationNeeded {}

  /// Places every item in a new embedding space; answered when requests may use it.
  ///
  /// @param keep version of the space that stays usable beside it
  public record Install(ItemEmbedder embedder, String keep, ActorRef<Done> replyTo)
      implements Local {}

  /// Hands over what the journal's tail found.
  public record Hear(PublicFact.Batch batch) implements Local {}

  /// Tells that a partition starts, without readers.
  record Join(ActorRef<FeedPartition.Command> by) implements Local {}

  /// Answers [FeedPartition.Advance].
  ///
  /// @param end all rows before it are in inboxes
  /// @param advances how many messages this answers
  /// @param deliveries rows appended to inboxes since the partition started
  record Delivered(ActorRef<FeedPartition.Command> by, int end, int advances, long deliveries)
      implements Local {}

  /// A barrier that waits for the partitions.
  private record Waiting(Frame frame, int end) {}

  private final FanoutMode mode;
  private ItemWriter writer;
  private final Leaves leaves;
  private FrameStreams streams = new FrameStreams();
  private final List<Waiting> waiting = new ArrayList<>();
  private long deliveriesTold;

  private FanoutBranch(
      ActorContext<Command> context, FanoutMode mode, ItemWriter writer, Leaves leaves) {
    super(context);
    this.mode = mode;
    this.writer = writer;
    this.leaves = leaves;
  }

  /// Returns the behavior of a branch.
  ///
  /// @param table written by this branch alone
  /// @param partitions how many partitions are going to join
  public static Behavior<Command> create(
      ItemTable table, FanoutSettings settings, FanoutMode mode, int partitions) {
    return Behaviors.setup(
        context ->
            Keeping.state(
                new FanoutBranch(
                    context,
                    mode,
                    new ItemWriter(table, settings),
                    new Leaves(partitions, settings.outstandingFrames()))));
  }

  @Override
  public Behavior<Command> onMessage(Command message) {
    switch (message) {
      case Frame frame -> takeIn(frame);
      case Hear(var batch) -> {
        hear(batch.facts());
        batch.replyTo().tell(Done.getInstance());
        advance();
      }
      case Join(var partition) -> leaves.join(partition, writer.end());
      case Delivered delivered -> {
        leaves.note(delivered);
        advance();
      }
      case Install(var embedder, var keep, var replyTo) -> {
        writer.install(embedder, keep);
        replyTo.tell(Done.getInstance());
      }
    }
    return this;
  }

  /// What was written, what came by frames, and how many deliveries were told of.
  private record Kept(ItemWriter writer, FrameStreams streams, long deliveriesTold) {}

  @Override
  public Optional<Object> image() {
    boolean isQuiet = waiting.isEmpty() && leaves.haveDelivered(writer.end());
    return isQuiet ? Optional.of(new Kept(writer, streams, deliveriesTold)) : Optional.empty();
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    writer = kept.writer();
    streams = kept.streams();
    deliveriesTold = kept.deliveriesTold(); // partitions go on from their sums
  }

  private void takeIn(Frame frame) {
    long gap = streams.note(frame.sender(), frame.sequence());
    if (gap > 0) {
      miss(frame, gap);
    }
    switch (frame.body()) {
      case Frame.Posts(var posts) when mode.isServing() -> writer.append(posts);
      case Frame.Posts(var posts) -> writer.hold(posts);
      case Frame.TotalsOf(var totals) when mode.isServing() -> writer.setTotals(totals);
      case Frame.TotalsOf(var totals) -> writer.holdTotals(totals);
      case Frame.Status(var item, var status, var at) -> setStatus(item, status, at);
      case Frame.Barrier(var at, var horizon) -> {
        writer.endPhase(at, horizon);
        waiting.add(new Waiting(frame, writer.end()));
        leaves.sweep(at);
        leaves.advanceAll(writer.end());
      }
    }
    acknowledge(frame);
    advance();
  }

  private void miss(Frame frame, long gap) {
    var what =
        "%d frames of root %d before %d did not come"
            .formatted(gap, frame.sender(), frame.sequence());
    if (!mode.isServing()) {
      throw new IllegalStateException(what + "; in a run nothing brings them back");
    }
    getContext()
        .getLog()
        .warn("{}; the journal's tail brings posts and withdrawals among them", what);
  }

  private void acknowledge(Frame frame) {
    if (!(frame.body() instanceof Frame.Barrier)) {
      frame.replyTo().tell(new FrameReply.Applied(frame.sequence(), getContext().getSelf()));
    }
  }

  /// Takes facts in, in their order: a decision may be about a post before it.
  private void hear(List<PublicFact> facts) {
    var posts = new ArrayList<StampedPost>();
    for (var fact : facts) {
      switch (fact) {
        case PublicFact.Published(var post, _, var stored) ->
            posts.add(StampedPost.of(post, stored));
        case PublicFact.StatusChanged(var item, var status, var at) -> {
          writer.append(posts);
          posts.clear();
          setStatus(item, status, at);
        }
      }
    }
    writer.append(posts);
  }

  private void setStatus(ItemId item, ItemStatus status, Instant at) {
    long before = writer.forgotten();
    if (writer.setStatus(item, status, at)) {
      leaves.rebuildAll();
    }
    if (writer.forgotten() > before) {
      getContext()
          .getLog()
          .warn("{} withdrawals of absent posts are forgotten", writer.forgotten() - before);
    }
  }

  private void advance() {
    leaves.advance(writer.end());
    while (!waiting.isEmpty() && leaves.haveDelivered(waiting.getFirst().end())) {
      var passed = waiting.removeFirst();
      long deliveries = leaves.deliveries() - deliveriesTold;
      deliveriesTold += deliveries;
      var frame = passed.frame();
      frame
          .replyTo()
          .tell(new FrameReply.BarrierPassed(frame.sequence(), deliveries, getContext().getSelf()));
    }
  }
}

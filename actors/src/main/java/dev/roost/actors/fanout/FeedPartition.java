package dev.roost.actors.fanout;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import dev.roost.actors.feed.FeedDesk;
import dev.roost.actors.feed.FeedRequest;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;
import java.util.Optional;

/// A leaf of the fan-out tree: follower index and inboxes of its active readers.
///
/// The branch tells how far the node's item table has grown; the partition steps over the new rows
/// and appends each to the inboxes of the author's push followers, a slice at a time, so that reads
/// come in between. It finds the rows of its own readers' authors itself: a look-up in its own
/// index is cheaper than a message of interest for each edge, and leaves no moment at which a row
/// is neither in a chain nor on its way. A partition that restarts has no readers; their next reads
/// make them active again.
public final class FeedPartition extends AbstractOnMessageBehavior<FeedPartition.Command>
    implements Imaged {

  /// What a partition accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Collects a reader's in-network candidates and hands them to the node's feed desk. The first
  /// read makes the reader active.
  public record Read(ReaderView reader, FeedQuery query, ActorRef<FeedRequest.Reply> replyTo)
      implements Command {}

  /// Collects the same for a feed that is made ahead; that does not count as a read.
  public record LookAhead(ReaderView reader, FeedQuery query) implements Command {}

  /// Tells of a change of relations, before it is acknowledged; nothing happens unless the reader
  /// is active.
  ///
  /// @param version the relations' version after the change
  public record Relate(UserId reader, RelationChange change, UserId other, long version)
      implements Command {}

  /// Forgets a reader whose entity stops and does not keep its facts. That of a passivated reader
  /// goes on receiving until the reader was idle for long.
  public record Drop(UserId reader) implements Command {}

  /// Asks where the memory goes; answered with a [Footprint].
  public record AskFootprint(ActorRef<Footprint> replyTo) implements Command {}

  /// Tells that the table's rows before `end` may be delivered; answered with
  /// [FanoutBranch.Delivered].
  record Advance(int end) implements Command {}

  /// Tells that rows may be shown again, which inboxes may have left out.
  record RebuildAll() implements Command {}

  /// Lets the partition forget readers who have not read for long, and look at edges again.
  record Sweep(Instant now) implements Command {}

  private record Continue() implements Command {}

  private final FanoutSettings settings;
  private final ActorRef<FanoutBranch.Command> branch;
  private final ActorRef<FeedDesk.Command> desk;
  private ActiveReaders readers;
  private int end;
  private int advances; // not yet answered

  private FeedPartition(
      ActorContext<Command> context,
      ItemTable table,
      FanoutSettings settings,
      Freshness freshness,
      ActorRef<FanoutBranch.Command> branch,
      ActorRef<FeedDesk.Command> desk) {
    super(context);
    this.settings = settings;
    this.branch = branch;
    this.desk = desk;
    readers = new ActiveReaders(table, settings, freshness);
    end = readers.applied();
    branch.tell(new FanoutBranch.Join(context.getSelf()));
  }

  /// Returns the behavior of a partition without readers.
  ///
  /// @param table the node's items, written by `branch`
  /// @param freshness is told when posts become visible
  /// @param desk is handed what reads find
  public static Behavior<Command> create(
      ItemTable table,
      FanoutSettings settings,
      Freshness freshness,
      ActorRef<FanoutBranch.Command> branch,
      ActorRef<FeedDesk.Command> desk) {
    return Behaviors.setup(
        context ->
            Keeping.state(new FeedPartition(context, table, settings, freshness, branch, desk)));
  }

  @Override
  public Behavior<Command> onMessage(Command message) {
    switch (message) {
      case Read(var reader, var query, var replyTo) ->
          desk.tell(new FeedDesk.Assemble(reader, query, readers.read(reader, query), replyTo));
      case LookAhead(var reader, var query) ->
          desk.tell(new FeedDesk.Ahead(reader, query, readers.lookAhead(reader, query)));
      case Relate(var reader, var change, var other, var version) ->
          readers.relate(reader, change, other, version);
      case Drop(var reader) -> readers.drop(reader);
      case Advance(var to) -> advance(to);
      case RebuildAll() -> readers.rebuildAll();
      case Sweep(var now) -> readers.sweep(now);
      case AskFootprint(var replyTo) -> replyTo.tell(readers.footprint());
      case Continue() -> deliver();
    }
    return this;
  }

  /// The readers, and up to which row their inboxes are filled.
  private record Kept(ActiveReaders readers, int end) {}

  @Override
  public Optional<Object> image() {
    return advances == 0 ? Optional.of(new Kept(readers, end)) : Optional.empty();
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    readers = kept.readers();
    end = kept.end();
  }

  private void advance(int to) {
    if (to - end > 0) {
      end = to;
    }
    if (advances++ == 0) { // otherwise a Continue is on its way
      deliver();
    }
  }

  private void deliver() {
    readers.deliver(end, settings.sliceDeliveries());
    if (readers.applied() - end < 0) {
      getContext().getSelf().tell(new Continue());
    } else {
      branch.tell(
          new FanoutBranch.Delivered(
              getContext().getSelf(), readers.applied(), advances, readers.work().deliveries()));
      advances = 0;
    }
  }
}

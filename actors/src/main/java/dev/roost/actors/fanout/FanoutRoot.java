package dev.roost.actors.fanout;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The root of the fan-out tree: batches what this node's authors publish into frames, and sends
/// each frame to the branch of every node.
///
/// At most one batch waits here, and at most `window-frames` frames wait for the answer of a
/// branch; beyond them the branch finds posts in the journal's tail, and totals are sent to it
/// later. Withdrawals and barriers have as much room again, and then they, too, are left to the
/// tail and to the next barrier: so a branch that is frozen costs nothing more. In a run in virtual
/// time the posts of a phase wait for its [Flush], and nothing is ever left out.
public final class FanoutRoot extends AbstractOnMessageBehavior<FanoutRoot.Command>
    implements Imaged {

  /// What the root accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Hands over a stored post.
  ///
  /// @param acknowledged when the author was told that it is stored
  public record Publish(Post post, Instant acknowledged) implements Command {}

  /// Has every node hide an item; `replyTo` gets [UserEntity.Accepted] when all have confirmed, or
  /// after two seconds.
  ///
  /// @param at when it was decided; of the decisions of moderators on one item, each is later than
  ///     the one before
  public record Withdraw(
      ItemId item, ItemStatus status, Instant at, ActorRef<UserEntity.Reply> replyTo)
      implements Command {}

  /// Carries new totals of items to every node.
  public record Publicise(List<Totals> totals) implements Command {
    public Publicise {
      totals = List.copyOf(totals);
    }
  }

  /// The totals of one item.
  public record Totals(ItemId item, ItemCounts counts) {}

  /// Ends a phase: answered when everything handed over before is in tables and inboxes, heat
  /// stands at `at`, rows posted before `horizon` have left, and the trending rows are renewed.
  /// Posts of one phase get rows in order of time and identifier, whatever the order of their
  /// arrival.
  ///
  /// When serving, totals that wait for a branch to answer may be overtaken: they come into the
  /// tables after it. Branches that are behind are not waited for, unless all are; there is no
  /// answer where all are so far behind that none is sent a barrier.
  public record Flush(Instant at, Instant horizon, ActorRef<Flushed> replyTo) implements Command {}

  /// Answers [Flush]: rows appended to inboxes since the last one.
  public record Flushed(long deliveries) {}

  private record Answered(FrameReply reply) implements Command {}

  private record CloseBatch() implements Command {}

  private record Overdue(long sequence) implements Command {}

  private final TimerScheduler<Command> timers;
  private final long sender;
  private final List<BranchLine> lines;
  private final FanoutSettings settings;
  private final FanoutMode mode;
  private final ActorRef<FrameReply> answers;
  private final List<StampedPost> batch = new ArrayList<>();
  private final Withdrawals withdrawals = new Withdrawals();
  private final Flushes flushes;
  private final OwedTotals owed;
  private int batchBytes;
  private long sequence;

  private FanoutRoot(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      long sender,
      List<ActorRef<FanoutBranch.Command>> branches,
      FanoutSettings settings,
      FanoutMode mode,
      int items) {
    super(context);
    this.timers = timers;
    this.sender = sender;
    this.settings = settings;
    this.mode = mode;
    int window = mode.isServing() ? settings.windowFrames() : Integer.MAX_VALUE;
    lines = branches.stream().map(branch -> new BranchLine(branch, window)).toList();
    flushes = new Flushes(window);
    owed = new OwedTotals(mode.isServing() ? items : Integer.MAX_VALUE);
    answers = context.messageAdapter(FrameReply.class, Answered::new);
  }

  /// Returns the behavior of a root.
  ///
  /// @param sender names the root among those of all nodes
  /// @param branches one of each node, this node's among them
  /// @param items rows of the branches' tables; of more totals than that the eldest are not kept
  ///     for branches that are behind
  public static Behavior<Command> create(
      long sender,
      List<ActorRef<FanoutBranch.Command>> branches,
      FanoutSettings settings,
      FanoutMode mode,
      int items) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    Keeping.state(
                        new FanoutRoot(context, timers, sender, branches, settings, mode, items))));
  }

  @Override
  public Behavior<Command> onMessage(Command message) {
    switch (message) {
      case Publish(var post, var acknowledged) -> publish(StampedPost.of(post, acknowledged));
      case CloseBatch() -> closeBatch();
      case Publicise(var totals) -> {
        owed.add(totals);
        sendTotals();
      }
      case Withdraw withdraw -> withdraw(withdraw);
      case Overdue(var overdue) -> withdrawals.end(overdue);
      case Flush flush -> flush(flush);
      case Answered(var reply) -> noteAnswer(reply);
    }
    return this;
  }

  /// Posts that wait for the end of the phase, and the number of the last frame.
  private record Kept(List<StampedPost> batch, int batchBytes, long sequence) {}

  @Override
  public Optional<Object> image() {
    boolean isQuiet = flushes.size() == 0 && withdrawals.isEmpty() && owed.isEmpty();
    return isQuiet ? Optional.of(new Kept(batch, batchBytes, sequence)) : Optional.empty();
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    batch.clear();
    batch.addAll(kept.batch());
    batchBytes = kept.batchBytes();
    sequence = kept.sequence();
  }

  private void publish(StampedPost post) {
    batch.add(post);
    batchBytes += FrameBuilder.bytes(post.post());
    if (!mode.isServing()) {
      return; // the phase's Flush closes the batch
    }
    if (batch.size() >= settings.batchPosts() || batchBytes >= settings.frameBytes()) {
      closeBatch();
    } else if (batch.size() == 1) {
      timers.startSingleTimer(new CloseBatch(), settings.batchWindow());
    }
  }

  private void closeBatch() {
    FrameBuilder.ofPosts(batch, settings).forEach(this::offer);
    batch.clear();
    batchBytes = 0;
    timers.cancel(new CloseBatch());
  }

  private Frame frame(Frame.Body body) {
    return new Frame(sender, ++sequence, answers, body);
  }

  private void offer(Frame.Body body) {
    var frame = frame(body);
    for (var line : lines) {
      if (line.offer(frame)) {
        getContext()
            .getLog()
            .warn("{} is behind; it catches up from the journal's tail", line.branch());
      }
    }
  }

  /// Sends totals as long as no branch would fall behind by them.
  private void sendTotals() {
    while (!owed.isEmpty() && lines.stream().allMatch(line -> line.isBehind() || line.isRoomy())) {
      var totals = owed.take(FrameBuilder.mostTotals(settings));
      if (lines.stream().anyMatch(BranchLine::isBehind)) {
        owed.keepForThoseBehind(totals);
      }
      offer(new Frame.TotalsOf(totals));
    }
  }

  private void withdraw(Withdraw wanted) {
    if (mode.isServing()) {
      closeBatch(); // the post itself may be in it
    }
    var frame = frame(new Frame.Status(wanted.item(), wanted.status(), wanted.at()));
    withdrawals.begin(frame.sequence(), lines.stream().map(BranchLine::branch), wanted.replyTo());
    lines.forEach(line -> line.send(frame));
    if (mode.isServing()) {
      timers.startSingleTimer(new Overdue(frame.sequence()), settings.withdrawDeadline());
    }
  }

  private void flush(Flush wanted) {
    closeBatch();
    var frame = frame(new Frame.Barrier(wanted.at(), wanted.horizon()));
    var sentTo = lines.stream().filter(line -> line.send(frame)).toList();
    var prompt = sentTo.stream().filter(line -> !line.isBehind()).toList();
    var awaited = prompt.isEmpty() ? sentTo : prompt;
    flushes.begin(
        frame.sequence(), awaited.stream().map(BranchLine::branch).toList(), wanted.replyTo());
  }

  private void noteAnswer(FrameReply reply) {
    for (var line : lines) {
      if (line.branch().equals(reply.by()) && line.noteAnswer(reply.sequence())) {
        owed.noteCaughtUp();
      }
    }
    sendTotals();
    switch (reply) {
      case FrameReply.Applied(var applied, var by) -> {
        if (withdrawals.confirm(applied, by)) {
          timers.cancel(new Overdue(applied));
        }
      }
      case FrameReply.BarrierPassed(var passed, var deliveries, var by) ->
          flushes.pass(passed, deliveries, by);
    }
  }
}

package dev.roost.actors.fanout;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.Post;
import dev.roost.model.item.ItemCounts;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The root of the fan-out tree: batches what this node's authors publish into frames, and sends
/// each frame to the branch of every node.
///
/// At most one batch waits here, and at most `window-frames` frames wait for the answer of a
/// branch; beyond them the branch finds posts in the journal's tail, and totals are sent to it
/// later. In a run in virtual time the posts of a phase wait for its [Flush], and nothing is ever
/// left out.
public final class FanoutRoot extends AbstractOnMessageBehavior<FanoutRoot.Command> {

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
  public record Flush(Instant at, Instant horizon, ActorRef<Flushed> replyTo) implements Command {}

  /// Answers [Flush]: rows appended to inboxes since the last one.
  public record Flushed(long deliveries) {}

  private record Answered(FrameReply reply) implements Command {}

  private record CloseBatch() implements Command {}

  private record Overdue(long sequence) implements Command {}

  private record Withdrawing(
      ActorRef<UserEntity.Reply> replyTo, Set<ActorRef<FanoutBranch.Command>> missing) {}

  private static final class Flushing {
    private final ActorRef<Flushed> replyTo;
    private int missing;
    private long deliveries;

    private Flushing(ActorRef<Flushed> replyTo, int missing) {
      this.replyTo = replyTo;
      this.missing = missing;
    }
  }

  private final TimerScheduler<Command> timers;
  private final long sender;
  private final List<BranchLine> lines;
  private final FanoutSettings settings;
  private final FanoutMode mode;
  private final ActorRef<FrameReply> answers;
  private final List<StampedPost> batch = new ArrayList<>();
  private final Map<Long, Withdrawing> withdrawals = new HashMap<>();
  private final Map<Long, Flushing> flushes = new HashMap<>();
  private final OwedTotals owed = new OwedTotals();
  private int batchBytes;
  private long sequence;

  private FanoutRoot(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      long sender,
      List<ActorRef<FanoutBranch.Command>> branches,
      FanoutSettings settings,
      FanoutMode mode) {
    super(context);
    this.timers = timers;
    this.sender = sender;
    this.settings = settings;
    this.mode = mode;
    int window = mode.isServing() ? settings.windowFrames() : Integer.MAX_VALUE;
    lines = branches.stream().map(branch -> new BranchLine(branch, window)).toList();
    answers = context.messageAdapter(FrameReply.class, Answered::new);
  }

  /// Returns the behavior of a root.
  ///
  /// @param sender names the root among those of all nodes
  /// @param branches one of each node, this node's among them
  public static Behavior<Command> create(
      long sender,
      List<ActorRef<FanoutBranch.Command>> branches,
      FanoutSettings settings,
      FanoutMode mode) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new FanoutRoot(context, timers, sender, branches, settings, mode)));
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
      case Overdue(var overdue) -> accept(withdrawals.remove(overdue));
      case Flush(var at, var horizon, var replyTo) -> {
        closeBatch();
        var frame = frame(new Frame.Barrier(at, horizon));
        flushes.put(frame.sequence(), new Flushing(replyTo, lines.size()));
        lines.forEach(line -> line.send(frame));
      }
      case Answered(var reply) -> noteAnswer(reply);
    }
    return this;
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
    var missing = new HashSet<ActorRef<FanoutBranch.Command>>();
    lines.forEach(line -> missing.add(line.branch()));
    withdrawals.put(frame.sequence(), new Withdrawing(wanted.replyTo(), missing));
    lines.forEach(line -> line.send(frame));
    if (mode.isServing()) {
      timers.startSingleTimer(new Overdue(frame.sequence()), settings.withdrawDeadline());
    }
  }

  private void noteAnswer(FrameReply reply) {
    for (var line : lines) {
      if (line.branch().equals(reply.by()) && line.noteAnswer(reply.sequence())) {
        owed.noteCaughtUp();
      }
    }
    sendTotals();
    switch (reply) {
      case FrameReply.Applied(var applied, var by) -> confirm(applied, by);
      case FrameReply.BarrierPassed(var passed, var deliveries, _) -> pass(passed, deliveries);
    }
  }

  private void confirm(long applied, ActorRef<FanoutBranch.Command> by) {
    var withdrawing = withdrawals.get(applied);
    if (withdrawing != null
        && withdrawing.missing().remove(by)
        && withdrawing.missing().isEmpty()) {
      timers.cancel(new Overdue(applied));
      accept(withdrawals.remove(applied));
    }
  }

  private static void accept(@Nullable Withdrawing withdrawing) {
    if (withdrawing != null) {
      withdrawing.replyTo().tell(new UserEntity.Accepted());
    }
  }

  private void pass(long passed, long deliveries) {
    var flushing = flushes.get(passed);
    if (flushing == null) {
      return;
    }
    flushing.deliveries += deliveries;
    if (--flushing.missing == 0) {
      flushes.remove(passed);
      flushing.replyTo.tell(new Flushed(flushing.deliveries));
    }
  }
}

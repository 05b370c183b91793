package dev.roost.actors.item;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AbstractOnMessageBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemCounts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Adds up a node's accepted engagements by item, tells the items' entities, and hands their new
/// totals to the fan-out root.
///
/// | state    | `Add` | `Flush`                      | last answer, or `Late`              |
/// |----------|-------|------------------------------|-------------------------------------|
/// | resting  | adds  | takes off                    | –                                   |
/// | in flight| adds  | waits for the flight to land | publishes totals; next flight if asked |
public final class EngagementTally extends AbstractOnMessageBehavior<EngagementTally.Command>
    implements Imaged {

  /// What the tally accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Adds engagements that a user's entity accepted for the first time.
  public record Add(List<Engagement> engagements) implements Command {
    public Add {
      engagements = List.copyOf(engagements);
    }
  }

  /// Has all that was added before counted by the items' entities and handed to the root.
  public record Flush(ActorRef<Flushed> replyTo) implements Command {}

  /// Gives the totals that a recount of the journal found; sent once, before any [Add]. They are
  /// handed to the root, and each to its item with the next addition. Nobody writes `totals` after.
  public record Restore(CountsByItem totals) implements Command {}

  /// Answers [Flush].
  ///
  /// @param items how many items changed
  public record Flushed(int items) {}

  private record Returned(ItemEntity.Reply reply) implements Command {}

  private record Due() implements Command {}

  private record Late() implements Command {}

  private static final int TOTALS_A_MESSAGE = 1024;

  private final Function<ItemId, RecipientRef<ItemEntity.Command>> items;
  private final ActorRef<FanoutRoot.Command> root;
  private final ItemSettings settings;
  private final Optional<TimerScheduler<Command>> timers;
  private final ActorRef<ItemEntity.Reply> returns;
  private final List<ActorRef<Flushed>> waiting = new ArrayList<>();
  private BitSet restored = new BitSet();
  private CountsByItem base = new CountsByItem();
  private CountsByItem pending = new CountsByItem();
  private @Nullable Flight flight;

  private EngagementTally(
      ActorContext<Command> context,
      Function<ItemId, RecipientRef<ItemEntity.Command>> items,
      ActorRef<FanoutRoot.Command> root,
      ItemSettings settings,
      Optional<TimerScheduler<Command>> timers) {
    super(context);
    this.items = items;
    this.root = root;
    this.settings = settings;
    this.timers = timers;
    this.returns = context.messageAdapter(ItemEntity.Reply.class, Returned::new);
    timers.ifPresent(t -> t.startTimerWithFixedDelay(new Due(), settings.flushEvery()));
  }

  /// Returns a tally that flushes only when asked, and waits for every item: for virtual time.
  public static Behavior<Command> onDemand(
      Function<ItemId, RecipientRef<ItemEntity.Command>> items,
      ActorRef<FanoutRoot.Command> root,
      ItemSettings settings) {
    return Behaviors.setup(
        context ->
            Keeping.state(new EngagementTally(context, items, root, settings, Optional.empty())));
  }

  /// Returns a tally that also flushes by itself, and gives up waiting for an item that does not
  /// answer in time: what is lost so is found again by the next recount.
  public static Behavior<Command> periodic(
      Function<ItemId, RecipientRef<ItemEntity.Command>> items,
      ActorRef<FanoutRoot.Command> root,
      ItemSettings settings) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers ->
                    new EngagementTally(context, items, root, settings, Optional.of(timers))));
  }

  @Override
  public Behavior<Command> onMessage(Command message) {
    switch (message) {
      case Add(var engagements) -> pending.add(engagements);
      case Flush(var replyTo) -> {
        waiting.add(replyTo);
        takeOff();
      }
      case Due _ -> takeOff();
      case Returned(ItemEntity.Counted counted) -> returned(counted);
      case Returned(ItemEntity.Known known) -> throw new IllegalStateException("unasked: " + known);
      case Late _ -> giveUp();
      case Restore(var totals) -> restore(totals);
    }
    return this;
  }

  /// What waits to be counted, and what a recount found.
  private record Kept(CountsByItem pending, CountsByItem base, BitSet restored) {}

  @Override
  public Optional<Object> image() {
    return flight == null ? Optional.of(new Kept(pending, base, restored)) : Optional.empty();
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    pending = kept.pending();
    base = kept.base();
    restored = kept.restored();
  }

  private void takeOff() {
    if (flight != null) {
      return; // when it lands, whoever waits starts the next
    }
    var started = new Flight(pending, waiting);
    pending = new CountsByItem();
    waiting.clear();
    flight = started;
    timers.ifPresent(t -> t.startSingleTimer(new Late(), settings.flushTimeout()));
    send(started);
  }

  private void send(Flight started) {
    while (started.hasNext() && started.outstanding() < settings.addsInFlight()) {
      int entry = started.takeNext();
      long item = started.deltas().item(entry);
      var delta = started.deltas().counts(entry);
      items.apply(new ItemId(item)).tell(new ItemEntity.Add(base(item), delta, returns));
    }
    if (started.isComplete()) {
      land(started);
    }
  }

  private ItemCounts base(long item) {
    int entry = base.find(item);
    return entry < 0 || restored.get(entry) ? ItemCounts.zero() : base.counts(entry);
  }

  private void returned(ItemEntity.Counted counted) {
    int entry = base.find(counted.item().value());
    if (entry >= 0) {
      restored.set(entry);
    }
    if (flight != null) {
      flight.answered(counted);
      send(flight);
    }
  }

  private void giveUp() {
    if (flight != null) {
      getContext()
          .getLog()
          .warn(
              "{} of {} items did not count their engagements within {}; the next start recounts",
              flight.size() - flight.totals().size(),
              flight.size(),
              settings.flushTimeout());
      land(flight);
    }
  }

  private void land(Flight landed) {
    flight = null;
    timers.ifPresent(t -> t.cancel(new Late()));
    if (!landed.totals().isEmpty()) {
      root.tell(new FanoutRoot.Publicise(landed.totals()));
    }
    landed.replyTo().forEach(to -> to.tell(new Flushed(landed.size())));
    if (!waiting.isEmpty()) {
      takeOff();
    }
  }

  private void restore(CountsByItem totals) {
    base = totals;
    restored.clear();
    var chunk = new ArrayList<FanoutRoot.Totals>();
    for (int entry : totals.sorted()) {
      chunk.add(new FanoutRoot.Totals(new ItemId(totals.item(entry)), totals.counts(entry)));
      if (chunk.size() == TOTALS_A_MESSAGE) {
        root.tell(new FanoutRoot.Publicise(chunk));
        chunk.clear();
      }
    }
    if (!chunk.isEmpty()) {
      root.tell(new FanoutRoot.Publicise(chunk));
    }
  }
}

package dev.roost.actors.monitor;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.model.drift.DriftWatch;
import dev.roost.model.drift.Finding;
import dev.roost.model.learn.Example;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts what is joined into windows of equal length and has a [DriftWatch] look at each, also at
/// those in which nothing came: silence is evidence, too.
public final class DriftMonitor extends AbstractBehavior<DriftMonitor.Command> implements Imaged {

  /// What the monitor accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Brings newly closed examples and the time; answered once.
  public record Tick(Instant at, List<Example> examples, ActorRef<Noticed> replyTo)
      implements Command {
    public Tick {
      examples = List.copyOf(examples);
    }
  }

  /// Tells that a model ranks from now on: its calibration is its own.
  public record NoteInstalled(String version, Instant at) implements Command {}

  /// Answers [Tick] with what the windows that ended since the last one showed.
  public record Noticed(List<Finding> findings) {
    public Noticed {
      findings = List.copyOf(findings);
    }
  }

  private DriftWatch watch;
  private final Duration length;
  private Optional<Instant> windowStart = Optional.empty();
  private List<Example> current = new ArrayList<>();

  private DriftMonitor(ActorContext<Command> context, DriftWatch watch, Duration length) {
    super(context);
    this.watch = watch;
    this.length = length;
  }

  /// Returns the behavior of a monitor.
  ///
  /// @param length of a window, positive
  public static Behavior<Command> create(DriftWatch watch, Duration length) {
    return Behaviors.setup(context -> Keeping.state(new DriftMonitor(context, watch, length)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Tick(var at, var examples, var replyTo) -> replyTo.tell(new Noticed(tick(at, examples)));
      case NoteInstalled(var version, var at) -> watch.noteInstalled(version, at);
    }
    return this;
  }

  /// The watch, and the window that is open.
  private record Kept(DriftWatch watch, Optional<Instant> windowStart, List<Example> current) {}

  @Override
  public Optional<Object> image() {
    return Optional.of(new Kept(watch, windowStart, current));
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    watch = kept.watch();
    windowStart = kept.windowStart();
    current = new ArrayList<>(kept.current());
  }

  private List<Finding> tick(Instant at, List<Example> examples) {
    var findings = new ArrayList<Finding>();
    current.addAll(examples);
    if (windowStart.isEmpty()) {
      windowStart = Optional.of(at);
      return findings;
    }
    var from = windowStart.orElseThrow();
    while (!from.plus(length).isAfter(at)) {
      findings.addAll(watch.window(from, from.plus(length), current));
      current = new ArrayList<>();
      from = from.plus(length);
    }
    windowStart = Optional.of(from);
    return findings;
  }
}

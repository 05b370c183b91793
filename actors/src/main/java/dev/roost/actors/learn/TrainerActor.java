package dev.roost.actors.learn;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.model.learn.Example;
import dev.roost.model.train.Training;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Keeps the training window, and trains when the schedule says so.
///
/// | state      | `Tick`                                                             |
/// |------------|--------------------------------------------------------------------|
/// | idle       | learns, starts a training that is due, answers at once             |
/// | training   | learns, answers at once until a training is overdue                |
/// | overdue    | learns, answers when the training ends                             |
///
/// A model is offered a fixed delay after its window closed. Where time is virtual the tick waits
/// for a training that takes longer; on the wall clock it does not (`waits` in the settings).
/// Training runs on a dispatcher of its own, one at a time.
public final class TrainerActor extends AbstractBehavior<TrainerActor.Command> implements Imaged {

  /// What the trainer accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Brings newly closed examples and the time; answered once.
  public record Tick(Instant at, List<Example> examples, ActorRef<Ticked> replyTo)
      implements Command {
    public Tick {
      examples = List.copyOf(examples);
    }
  }

  /// Tells of an incident that a new model may heal.
  public record React(int incident, Instant at, Stale stale) implements Command {}

  /// Tells which models were made before this process, so that no name is given twice.
  public record Resume(List<String> made) implements Command {
    public Resume {
      made = List.copyOf(made);
    }
  }

  /// Answers [Tick] with the model that was made since the last one.
  public record Ticked(Optional<NewModel> model) {}

  /// A model that is offered, and what led to it.
  ///
  /// @param cause `scheduled` or `incident-N`
  /// @param urgent whether it answers an incident
  public record NewModel(Instant at, String cause, boolean urgent, Training.Trained training) {}

  private record Finished(Training result) implements Command {}

  private record Failed(Throwable cause) implements Command {}

  /// A training under way.
  private record Run(Schedule.Due due, Instant closedAt) {}

  private final LearnSettings settings;
  private final ModelFactory factory;
  private final Schedule schedule;
  private Optional<Run> run = Optional.empty();
  private Optional<Training.Trained> ready = Optional.empty();
  private Optional<NewModel> made = Optional.empty();
  private Optional<Tick> waiting = Optional.empty();
  private Instant now = Instant.EPOCH;

  private TrainerActor(
      ActorContext<Command> context,
      LearnSettings settings,
      ModelFactory factory,
      Predicate<Instant> isFrozen) {
    super(context);
    this.settings = settings;
    this.factory = factory;
    schedule = new Schedule(settings, isFrozen);
  }

  /// Returns the behavior of a trainer that has learned nothing.
  ///
  /// @param isFrozen whether nothing is trained at an instant
  public static Behavior<Command> create(
      LearnSettings settings, ModelFactory factory, Predicate<Instant> isFrozen) {
    return Behaviors.setup(
        context -> Keeping.state(new TrainerActor(context, settings, factory, isFrozen)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Tick tick -> tick(tick);
      case React(var incident, var at, var stale) -> schedule.react(incident, at, stale);
      case Finished(var result) -> finished(result);
      case Resume(var before) -> factory.resume(before);
      case Failed(var cause) -> throw new IllegalStateException("a training failed", cause);
    }
    return this;
  }

  /// What was learned and planned, and the training that is over but not yet due, if one is.
  private record Kept(
      Object learned,
      Schedule.Planned planned,
      Optional<Run> run,
      Optional<Training.Trained> ready,
      Optional<NewModel> made,
      Instant now) {}

  /// Waits for a training under way to end.
  @Override
  public Optional<Object> image() {
    boolean isTraining = run.isPresent() && ready.isEmpty();
    return isTraining
        ? Optional.empty()
        : Optional.of(new Kept(factory.image(), schedule.planned(), run, ready, made, now));
  }

  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    factory.restore(kept.learned());
    schedule.resume(kept.planned());
    run = kept.run();
    ready = kept.ready();
    made = kept.made();
    now = kept.now();
  }

  private void tick(Tick tick) {
    now = tick.at();
    factory.learn(tick.examples());
    if (run.isEmpty() && factory.rows() >= settings.minRows()) {
      schedule.due(now).ifPresent(this::start);
    }
    offer();
    if (mustWait()) {
      waiting = Optional.of(tick);
    } else {
      answer(tick);
    }
  }

  private boolean mustWait() {
    return settings.waits() && run.filter(this::isDue).isPresent();
  }

  private boolean isDue(Run training) {
    return !training.closedAt().plus(settings.installDelay()).isAfter(now);
  }

  private void start(Schedule.Due due) {
    run = Optional.of(new Run(due, now));
    due.stale().ifPresent(factory::forget);
    var job = factory.job(now);
    var executor =
        getContext()
            .getSystem()
            .dispatchers()
            .lookup(DispatcherSelector.fromConfig("roost.training-dispatcher"));
    getContext()
        .pipeToSelf(
            CompletableFuture.supplyAsync(job, executor),
            (result, failure) -> failure == null ? new Finished(result) : new Failed(failure));
  }

  private void finished(Training result) {
    switch (result) {
      case Training.Trained model -> {
        ready = Optional.of(model);
        offer();
      }
      case Training.TooFewRows _,
          Training.OneClassOnly _,
          Training.Unsound _,
          Training.Cancelled _ -> {
        getContext().getLog().warn("no model came of a training: {}", result);
        run = Optional.empty();
        answerWaiting();
      }
    }
  }

  /// Offers the trained model once its time has come.
  private void offer() {
    if (ready.isEmpty() || run.filter(this::isDue).isEmpty()) {
      return;
    }
    var due = run.orElseThrow().due();
    made =
        Optional.of(new NewModel(now, due.reason(), due.stale().isPresent(), ready.orElseThrow()));
    ready = Optional.empty();
    run = Optional.empty();
    answerWaiting();
  }

  private void answerWaiting() {
    waiting.ifPresent(this::answer);
    waiting = Optional.empty();
  }

  private void answer(Tick tick) {
    tick.replyTo().tell(new Ticked(made));
    made = Optional.empty();
  }
}

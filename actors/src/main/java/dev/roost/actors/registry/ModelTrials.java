package dev.roost.actors.registry;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.learn.TrainerActor;
import dev.roost.actors.registry.ModelRegistry.Answer;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.Observations;
import dev.roost.model.registry.Offer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tries challengers against the champion, and brings about what the [ModelRegistry] decides: the
/// models that rank on this node are those that its book names.
///
/// | state    | a command                  | an answer of the registry, a file, an installation |
/// |----------|----------------------------|----------------------------------------------------|
/// | starting | waits                      | goes on until what the book names ranks; tells so  |
/// | resting  | asks the registry          | –                                                  |
/// | working  | waits                      | goes on until what the book names ranks; answers   |
///
/// A file that cannot be used is told to the registry, which names another model or none. At most
/// one barrier is passed at a time, so few commands ever wait.
public final class ModelTrials extends AbstractBehavior<ModelTrials.Command> {

  /// What is accepted. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Brings newly closed examples, the time, and the model that was made, if one was.
  public record Tick(
      Instant at,
      List<Example> examples,
      Optional<TrainerActor.NewModel> made,
      ActorRef<Ticked> replyTo)
      implements Command {
    public Tick {
      examples = List.copyOf(examples);
    }
  }

  /// Answers [Tick] when what it led to has taken effect.
  public record Ticked(ModelBook book, List<RegistryEvent> facts) {
    public Ticked {
      facts = List.copyOf(facts);
    }
  }

  /// Has a person's question or decision answered by the registry, once it has taken effect.
  public record Order(
      Function<ActorRef<Answer>, ModelRegistry.Command> command, ActorRef<Answer> replyTo)
      implements Command {}

  private record Shelved(TrainerActor.NewModel made, ModelShelf.Shelved shelved)
      implements Command {}

  private record Told(Answer answer) implements Command {}

  private record Loaded(String version, ModelFile.Reading reading) implements Command {}

  private record Placed() implements Command {}

  private record Pruned(String complaint) implements Command {}

  private record Failed(Throwable cause) implements Command {}

  private final TrialLinks links;
  private final TrialSettings settings;
  private final Observations observations;
  private final ModelsInUse models;
  private final Deque<Command> waiting = new ArrayDeque<>();
  private final Deque<Function<ActorRef<Answer>, ModelRegistry.Command>> questions =
      new ArrayDeque<>();
  private final List<RegistryEvent> facts = new ArrayList<>(); // of the job at hand
  private @Nullable Command job; // null while starting or resting
  private boolean isResting;
  private String complaint = "";
  private ModelBook book = ModelBook.empty();
  private Instant now = Instant.EPOCH;
  private Instant lastLook = Instant.MIN;

  private ModelTrials(ActorContext<Command> context, TrialLinks links, TrialSettings settings) {
    super(context);
    this.links = links;
    this.settings = settings;
    observations = new Observations(settings.rules(), settings.rank().value());
    models = new ModelsInUse(settings);
    now = settings.start();
    questions.add(ModelRegistry.Inspect::new);
    next();
  }

  /// Returns the behavior, which first brings about what the registry knows from before.
  static Behavior<Command> create(TrialLinks links, TrialSettings settings) {
    return Behaviors.setup(context -> new ModelTrials(context, links, settings));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Tick _, Order _ -> {
        waiting.add(command);
        begin();
      }
      case Shelved(var made, var shelved) -> propose(made, shelved);
      case Told(var answer) -> hear(answer);
      case Loaded(var version, var reading) -> take(version, reading);
      case Placed() -> prune();
      case Pruned(var failure) -> {
        if (!failure.isEmpty()) {
          getContext().getLog().warn("old model files remain: {}", failure);
        }
        finish();
      }
      case Failed(var cause) ->
          throw new IllegalStateException("the registry of models cannot go on", cause);
    }
    return this;
  }

  /// Takes up the next command if there is one and nothing else is under way.
  private void begin() {
    if (!isResting || waiting.isEmpty()) {
      return;
    }
    isResting = false;
    job = waiting.poll();
    switch (job) {
      case Tick tick -> begin(tick);
      case Order(var command, _) -> {
        questions.add(command);
        next();
      }
      case Shelved _, Told _, Loaded _, Placed _, Pruned _, Failed _ ->
          throw new IllegalStateException("not a job: " + job);
    }
  }

  private void begin(Tick tick) {
    now = tick.at();
    boolean isFrozen = !now.isBefore(settings.frozenFrom());
    if (!isFrozen) {
      observations.add(now, tick.examples(), models.foretellers());
      look();
    }
    if (isFrozen || tick.made().isEmpty()) {
      next();
    } else {
      var made = tick.made().orElseThrow();
      pipe(links.shelf().put(made.training().model()), shelved -> new Shelved(made, shelved));
    }
  }

  /// Has the evidence judged, if it is time to.
  private void look() {
    boolean isDue = !now.isBefore(lastLook.plus(settings.rules().lookEvery()));
    if (isDue && (!book.challenger().isEmpty() || observations.isWatching(now))) {
      lastLook = now;
      var at = now;
      var challenger = book.challenger();
      var onChallenger = observations.onChallenger();
      var onChampion = observations.onChampion(now);
      questions.add(to -> new ModelRegistry.Weigh(challenger, onChallenger, onChampion, at, to));
    }
  }

  private void propose(TrainerActor.NewModel made, ModelShelf.Shelved shelved) {
    var model = made.training().model();
    var offer =
        new Offer(
            model.version(),
            shelved.hash(),
            made.cause(),
            model.provenance(),
            made.training().evaluation());
    var at = now;
    var fault =
        switch (shelved.reading()) {
          case ModelFile.Sound(var sound) -> {
            models.put(model.version(), sound);
            yield "";
          }
          case ModelFile.Refused(var reason) -> {
            warn(model.version(), reason);
            yield reason;
          }
        };
    questions.add(to -> new ModelRegistry.Propose(offer, fault, made.urgent(), at, to));
    next();
  }

  /// Asks the next question; with none left, brings about what the book names.
  private void next() {
    var question = questions.poll();
    if (question == null) {
      settle();
    } else {
      var scheduler = getContext().getSystem().scheduler();
      pipe(
          AskPattern.<ModelRegistry.Command, Answer>ask(
              links.registry(), question::apply, settings.timeout(), scheduler),
          Told::new);
    }
  }

  private void hear(Answer answer) {
    facts.addAll(answer.facts());
    answer.facts().forEach(this::log);
    complaint = answer.complaint();
    if (!answer.facts().isEmpty()) {
      lastLook = now; // a stage that begins is not judged at once
    }
    book = answer.book();
    observations.follow(book);
    next();
  }

  private void log(RegistryEvent fact) {
    var reason =
        switch (fact) {
          case RegistryEvent.Offered(var offer, _) -> offer.cause();
          case RegistryEvent.Refused refused -> refused.reason();
          case RegistryEvent.ShadowStarted _ -> "";
          case RegistryEvent.CanaryStarted canary -> canary.reason();
          case RegistryEvent.Promoted promoted -> promoted.reason();
          case RegistryEvent.RolledBack back -> back.reason();
        };
    var what = fact.getClass().getSimpleName();
    getContext().getLog().info("model {}: {} {}", fact.version(), what, reason);
  }

  private void warn(String version, String fault) {
    getContext().getLog().warn("the file of model {} cannot be used: {}", version, fault);
  }

  /// Loads what is in use and not at hand, then has it rank.
  private void settle() {
    models.follow(book);
    models
        .missing(book)
        .ifPresentOrElse(
            missing ->
                pipe(
                    links.shelf().get(missing.offer().hash()),
                    reading -> new Loaded(missing.version(), reading)),
            () -> pipe(links.installer().install(models.arms(book)), _ -> new Placed()));
  }

  private void take(String version, ModelFile.Reading reading) {
    switch (reading) {
      case ModelFile.Sound(var model) -> models.put(version, model);
      case ModelFile.Refused(var reason) -> {
        warn(version, reason);
        var at = now;
        questions.add(to -> new ModelRegistry.Withdraw(version, reason, at, to));
      }
    }
    next();
  }

  /// Bounds the files once a decision was made.
  private void prune() {
    if (facts.isEmpty()) {
      finish();
    } else {
      pipe(links.shelf().keep(models.filesToKeep(book)), Pruned::new);
    }
  }

  /// Answers the job at hand, and takes up the next.
  private void finish() {
    switch (job) {
      case null -> started();
      case Tick tick -> tick.replyTo().tell(new Ticked(book, facts));
      case Order(_, var replyTo) -> replyTo.tell(new Answer(book, facts, complaint));
      case Shelved _, Told _, Loaded _, Placed _, Pruned _, Failed _ ->
          throw new IllegalStateException("not a job: " + job);
    }
    facts.clear();
    isResting = true;
    begin();
  }

  private void started() {
    links.trainer().tell(new TrainerActor.Resume(book.offered()));
    if (book.offered() > 0 && book.champion().isEmpty()) {
      getContext().getLog().warn("no model can be used; feeds are newest first");
    }
    links.started().complete(Done.getInstance());
  }

  private <T> void pipe(CompletionStage<T> stage, Function<T, Command> then) {
    getContext()
        .pipeToSelf(
            stage, (value, failure) -> failure == null ? then.apply(value) : new Failed(failure));
  }
}

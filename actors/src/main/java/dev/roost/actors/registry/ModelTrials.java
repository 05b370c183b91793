package dev.roost.actors.registry;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.image.Imaged;
import dev.roost.actors.image.Keeping;
import dev.roost.actors.learn.TrainerActor;
import dev.roost.actors.registry.ModelRegistry.Answer;
import dev.roost.actors.registry.ModelRegistry.Question;
import dev.roost.model.learn.Example;
import dev.roost.model.rank.ModelFile;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

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
public final class ModelTrials extends AbstractBehavior<ModelTrials.Command> implements Imaged {

  /// What is accepted. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// What others ask for; done one at a time.
  sealed interface Job extends Command {}

  /// Brings newly closed examples, the time, and the model that was made, if one was.
  public record Tick(
      Instant at,
      List<Example> examples,
      Optional<TrainerActor.NewModel> made,
      ActorRef<Ticked> replyTo)
      implements Job {
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
  public record Order(Question question, ActorRef<Answer> replyTo) implements Job {}

  private record Shelved(TrainerActor.NewModel made, ModelShelf.Shelved shelved)
      implements Command {}

  private record Told(Answer answer) implements Command {}

  private record Loaded(String version, ModelFile.Reading reading) implements Command {}

  private record Placed() implements Command {}

  private record Pruned(String complaint) implements Command {}

  private record Failed(Throwable cause) implements Command {}

  private final TrialLinks links;
  private final TrialSettings settings;
  private Lookout lookout;
  private final ModelsInUse models;
  private final TrialWork work = new TrialWork();
  private ModelBook book = ModelBook.empty();
  private Instant now;

  private ModelTrials(ActorContext<Command> context, TrialLinks links, TrialSettings settings) {
    super(context);
    this.links = links;
    this.settings = settings;
    lookout = new Lookout(settings);
    models = new ModelsInUse(settings.rank().scorer());
    now = settings.start();
    work.ask(ModelRegistry.Inspect::new);
    next();
  }

  /// Returns the behavior, which first brings about what the registry knows from before.
  static Behavior<Command> create(TrialLinks links, TrialSettings settings) {
    return Behaviors.setup(context -> Keeping.state(new ModelTrials(context, links, settings)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Job job -> {
        work.add(job);
        begin();
      }
      case Shelved(var made, var shelved) -> propose(made, shelved);
      case Told(var answer) -> hear(answer);
      case Loaded(var version, var reading) -> loaded(version, reading);
      case Placed() -> prune();
      case Pruned(var failure) -> pruned(failure);
      case Failed(var cause) ->
          throw new IllegalStateException("the registry of models cannot go on", cause);
    }
    return this;
  }

  /// Evidence gathered, the spaces in the item table, and the time.
  private record Kept(Lookout lookout, ModelInstaller.Placed spaces, Instant now) {}

  @Override
  public Optional<Object> image() {
    return work.isResting()
        ? Optional.of(new Kept(lookout, links.installer().placed(), now))
        : Optional.empty();
  }

  /// Brings about what the registry knows once more, by its own image; jobs wait meanwhile.
  @Override
  public void restore(Object image) {
    var kept = (Kept) image;
    lookout = kept.lookout().under(settings);
    links.installer().resume(kept.spaces());
    now = kept.now();
    work.startAgain();
    work.ask(ModelRegistry.Inspect::new);
    next();
  }

  /// Takes up the next job if there is one and nothing else is under way.
  private void begin() {
    work.begin()
        .ifPresent(
            job -> {
              switch (job) {
                case Tick tick -> begin(tick);
                case Order(var question, _) -> {
                  work.ask(question);
                  next();
                }
              }
            });
  }

  private void begin(Tick tick) {
    now = tick.at();
    boolean isFrozen = settings.isFrozen().test(now);
    if (!isFrozen) {
      lookout.see(now, tick.examples(), models.foretellers()).ifPresent(work::ask);
    }
    if (isFrozen || tick.made().isEmpty()) {
      next();
    } else {
      var made = tick.made().orElseThrow();
      pipe(links.shelf().put(made.training().model()), shelved -> new Shelved(made, shelved));
    }
  }

  private void propose(TrainerActor.NewModel made, ModelShelf.Shelved shelved) {
    var offer = Offer.of(made.training(), shelved.hash(), made.cause(), made.urgent());
    var fault = models.take(offer.version(), shelved.reading());
    var at = now;
    work.ask(to -> new ModelRegistry.Propose(offer, fault, at, to));
    next();
  }

  /// Asks the next question; with none left, brings about what the book names.
  private void next() {
    work.question()
        .ifPresentOrElse(
            question -> pipe(links.ask(question, settings.timeout()), Told::new), this::settle);
  }

  private void hear(Answer answer) {
    work.note(answer);
    for (var fact : answer.facts()) {
      var what = fact.getClass().getSimpleName();
      getContext().getLog().info("model {}: {} {}", fact.version(), what, fact.reason());
    }
    if (answer.book().champion().isEmpty() && !book.champion().isEmpty()) {
      getContext().getLog().warn("no model ranks any more: feeds are newest first");
    }
    book = answer.book();
    lookout.follow(book, answer.facts().isEmpty() ? Optional.empty() : Optional.of(now));
    next();
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

  private void loaded(String version, ModelFile.Reading reading) {
    var fault = models.take(version, reading);
    if (!fault.isEmpty()) {
      getContext().getLog().warn("model {} cannot be used any more: {}", version, fault);
      var at = now;
      work.ask(to -> new ModelRegistry.Withdraw(version, fault, at, to));
    }
    next();
  }

  /// Bounds the files once a decision was made.
  private void prune() {
    if (work.hasFacts()) {
      pipe(links.shelf().keep(models.filesToKeep(book, settings.rules().files())), Pruned::new);
    } else {
      finish();
    }
  }

  private void pruned(String failure) {
    if (!failure.isEmpty()) {
      getContext().getLog().warn("old model files remain: {}", failure);
    }
    finish();
  }

  /// Answers the job at hand, and takes up the next.
  private void finish() {
    if (work.end(book)) {
      links.started(book);
    }
    begin();
  }

  private <T> void pipe(CompletionStage<T> stage, Function<T, Command> then) {
    getContext()
        .pipeToSelf(
            stage, (value, failure) -> failure == null ? then.apply(value) : new Failed(failure));
  }
}

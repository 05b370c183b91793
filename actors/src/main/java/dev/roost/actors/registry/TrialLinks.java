package dev.roost.actors.registry;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Scheduler;
import akka.actor.typed.javadsl.AskPattern;
import dev.roost.actors.learn.TrainerActor;
import dev.roost.actors.registry.ModelRegistry.Answer;
import dev.roost.actors.registry.ModelRegistry.Question;
import dev.roost.model.registry.ModelBook;
import dev.roost.model.registry.ModelVersion;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What trials of models work with.
///
/// @param started completes when the models that the registry knew of rank
record TrialLinks(
    ActorRef<ModelRegistry.Command> registry,
    ActorRef<TrainerActor.Command> trainer,
    ModelShelf shelf,
    ModelInstaller installer,
    Scheduler scheduler,
    CompletableFuture<Done> started) {

  /// Asks the registry.
  CompletionStage<Answer> ask(Question question, Duration timeout) {
    return AskPattern.ask(registry, question::to, timeout, scheduler);
  }

  /// Tells that what the registry knew from before ranks.
  void started(ModelBook book) {
    var names = book.versions().stream().map(ModelVersion::version).toList();
    trainer.tell(new TrainerActor.Resume(names));
    started.complete(Done.getInstance());
  }
}

package dev.roost.actors.registry;

import akka.Done;
import akka.actor.typed.ActorRef;
import dev.roost.actors.learn.TrainerActor;
import java.util.concurrent.CompletableFuture;

/// What trials of models work with.
///
/// @param started completes when the models that the registry knew of rank
record TrialLinks(
    ActorRef<ModelRegistry.Command> registry,
    ActorRef<TrainerActor.Command> trainer,
    ModelShelf shelf,
    ModelInstaller installer,
    CompletableFuture<Done> started) {}

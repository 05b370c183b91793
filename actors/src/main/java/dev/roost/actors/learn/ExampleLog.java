package dev.roost.actors.learn;

import akka.Done;
import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.model.learn.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes examples to a folder as their labels close, for training and measuring elsewhere. Blocks:
/// for a dispatcher that may.
///
/// Where time is virtual a failure to write ends the node, and with it the run; a service goes on
/// without the examples and says so.
public final class ExampleLog extends AbstractBehavior<ExampleLog.Command> {

  /// What the log accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Brings examples whose labels closed; answered when they are written.
  public record Append(List<Example> examples, ActorRef<Done> replyTo) implements Command {
    public Append {
      examples = List.copyOf(examples);
    }
  }

  private final ExampleFolder folder;
  private final boolean goesOn;

  private ExampleLog(ActorContext<Command> context, ExampleFolder folder, boolean goesOn) {
    super(context);
    this.folder = folder;
    this.goesOn = goesOn;
  }

  /// Returns the behavior of a log.
  ///
  /// @param goesOn whether the log survives a failure to write
  /// @throws UncheckedIOException if the folder cannot be opened
  public static Behavior<Command> create(ExampleLogSettings settings, boolean goesOn) {
    try {
      var folder = new ExampleFolder(settings);
      return Behaviors.setup(context -> new ExampleLog(context, folder, goesOn));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "roost.examples.dir cannot be written to: " + settings.dir(), e);
    }
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Append.class, this::append)
        .onSignal(PostStop.class, _ -> stopped())
        .build();
  }

  private Behavior<Command> append(Append append) {
    try {
      folder.add(append.examples());
    } catch (IOException e) {
      failed(append.examples().size(), e);
    }
    append.replyTo().tell(Done.getInstance());
    return this;
  }

  private Behavior<Command> stopped() {
    try {
      folder.close();
    } catch (IOException e) {
      failed(0, e);
    }
    return this;
  }

  private void failed(int lost, IOException cause) {
    folder.abandon();
    if (!goesOn) {
      throw new UncheckedIOException("examples cannot be written", cause);
    }
    getContext()
        .getLog()
        .error("{} examples and those of an unfinished file are lost: make room", lost, cause);
  }
}

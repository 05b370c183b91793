package dev.roost.actors.node;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.roost.actors.feed.FeedDesk;
import java.time.Duration;
import java.time.InstantSource;

/// Passes the barrier of a serving node again and again: the wall clock's end of a tick.
///
/// | state   | `Beat`             | `Done`                      |
/// |---------|--------------------|-----------------------------|
/// | resting | passes the barrier | –                           |
/// | passing | –                  | has feeds made ahead, rests |
///
/// A barrier that failed is told to the log and tried again: what it would have done is done by the
/// next one.
final class Pulse {

  private sealed interface Command extends NoSerializationVerificationNeeded {}

  private record Beat() implements Command {}

  private record Done() implements Command {}

  private Pulse() {}

  /// Returns the behavior.
  ///
  /// @param desk makes feeds ahead once a barrier was passed
  /// @param rest between the end of one barrier and the next, positive
  static Behavior<?> create(
      Barrier barrier, ActorRef<FeedDesk.Command> desk, InstantSource clock, Duration rest) {
    return Behaviors.<Command>setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startSingleTimer(new Beat(), rest);
                  return beating(context, timers, barrier, desk, clock, rest);
                }));
  }

  private static Behavior<Command> beating(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      Barrier barrier,
      ActorRef<FeedDesk.Command> desk,
      InstantSource clock,
      Duration rest) {
    return Behaviors.receive(Command.class)
        .onMessage(
            Beat.class,
            _ -> {
              context.pipeToSelf(
                  barrier.pass(clock.instant()),
                  (_, failure) -> {
                    if (failure != null) {
                      context.getSystem().log().warn("a barrier failed", failure);
                    }
                    return new Done();
                  });
              return Behaviors.same();
            })
        .onMessage(
            Done.class,
            _ -> {
              desk.tell(new FeedDesk.Precompute(clock.instant(), context.getSystem().ignoreRef()));
              timers.startSingleTimer(new Beat(), rest);
              return Behaviors.same();
            })
        .build();
  }
}

package dev.roost.actors.feed;

import akka.actor.NoSerializationVerificationNeeded;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.roost.actors.fanout.InNetwork;
import dev.roost.actors.learn.OutcomeJoiner;
import dev.roost.model.domain.UserId;
import dev.roost.model.feed.FeedPage;
import dev.roost.model.feed.FeedQuery;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Takes in feeds to be built on this node, starts a [FeedRequest] for each, and remembers the last
/// full answers to fall back upon.
public final class FeedDesk extends AbstractBehavior<FeedDesk.Command> {

  /// What the desk accepts. All of it stays within one JVM.
  public sealed interface Command extends NoSerializationVerificationNeeded {}

  /// Asks for a feed from in-network candidates that the reader's partition found.
  public record Assemble(
      ReaderView reader, FeedQuery query, InNetwork inNetwork, ActorRef<FeedRequest.Reply> replyTo)
      implements Command {}

  /// Remembers a full answer.
  record Remember(UserId reader, FeedPage page) implements Command {}

  /// What every request needs.
  ///
  /// @param ranking where feeds are ranked
  /// @param outcomes told of each feed before it is answered
  record Links(
      ItemTable table,
      ActorRef<RankingPool.Command> ranking,
      ActorRef<OutcomeJoiner.Command> outcomes) {}

  private final Links links;
  private final FeedSettings settings;
  private final Map<UserId, FeedPage> lastPages;

  private FeedDesk(ActorContext<Command> context, Links links, FeedSettings settings) {
    super(context);
    this.links = links;
    this.settings = settings;
    lastPages =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<UserId, FeedPage> eldest) {
            return size() > settings.lastAnswers();
          }
        };
  }

  /// Returns the behavior of a desk.
  public static Behavior<Command> create(
      ItemTable table,
      ActorRef<RankingPool.Command> ranking,
      ActorRef<OutcomeJoiner.Command> outcomes,
      FeedSettings settings) {
    return Behaviors.setup(
        context -> new FeedDesk(context, new Links(table, ranking, outcomes), settings));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Assemble job -> {
        var last = Optional.ofNullable(lastPages.get(job.reader().reader()));
        getContext()
            .spawnAnonymous(FeedRequest.create(job, last, links, settings, getContext().getSelf()));
      }
      case Remember(var reader, var page) -> {
        if (settings.lastAnswers() > 0) {
          lastPages.put(reader, page);
        }
      }
    }
    return this;
  }
}
